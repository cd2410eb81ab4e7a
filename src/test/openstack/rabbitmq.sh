# Starts RabbitMQ of Debian 12, without systemd, in a cloud of GlanceNotificationsIT. Read by the script of the cloud after
# keystone.sh, which sets "rabbitmq" (its port), and "names" and "peers" (ports of Erlang's name service and for other nodes; own ones, so that
# no other node on the machine is met). There is a user glance, and a user handshake with the rights that src/docs/openstack.md gives.
# The queue that Glance makes for others is bounded.
# What it starts ends with that script; nothing outside of its folder is changed.
mkdir -p rabbitmq
echo '[].' > rabbitmq/plugins
echo "load_definitions = $PWD/rabbitmq/definitions.json" > rabbitmq/rabbitmq.conf
cat > rabbitmq/definitions.json << EOF
{"vhosts": [{"name": "/"}],
 "users": [{"name": "glance", "password": "secret", "tags": ""}, {"name": "handshake", "password": "p@ss/word", "tags": ""}],
 "permissions": [
  {"user": "glance", "vhost": "/", "configure": ".*", "write": ".*", "read": ".*"},
  {"user": "handshake", "vhost": "/", "configure": "^(handshake\\\\..*|glance)$", "write": "^handshake\\\\..*", "read": "^(handshake\\\\..*|glance)$"}],
 "policies": [{"vhost": "/", "name": "unread", "pattern": "^notifications\\\\.", "apply-to": "queues", "priority": 0,
  "definition": {"max-length": 10}}]}
EOF

# starts again a while after it was killed, as its service manager would
rabbitmq() {
  export HOME=$PWD/rabbitmq ERL_EPMD_PORT=$names ERL_EPMD_ADDRESS=127.0.0.1 RUNNING_UNDER_SYSTEMD=true
  export RABBITMQ_NODENAME=handshake@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_NODE_PORT=$rabbitmq
  export RABBITMQ_DIST_PORT=$peers RABBITMQ_MNESIA_BASE=$HOME/data RABBITMQ_LOG_BASE=$HOME/log RABBITMQ_LOGS=-
  export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}"
  export RABBITMQ_CONFIG_FILE=$HOME/rabbitmq.conf RABBITMQ_ENABLED_PLUGINS_FILE=$HOME/plugins
  export RABBITMQ_GENERATED_CONFIG_DIR=$HOME/generated RABBITMQ_CONF_ENV_FILE=$HOME/none
  trap 'kill $(jobs -p) 2> /dev/null; exit' TERM
  epmd &
  while true; do
    /usr/lib/rabbitmq/bin/rabbitmq-server &
    echo $! > rabbitmq/pid
    wait $! || sleep 5
  done
}
rabbitmq > rabbitmq.log 2>&1 &
rabbitmq_process=$!

await_rabbitmq() {
  until (: < "/dev/tcp/127.0.0.1/$rabbitmq") 2> /dev/null; do
    kill -0 "$rabbitmq_process"
    sleep 0.5
  done
}

#!/bin/bash
# Starts Keystone and Glance beside a portal, for GlanceIT and its like: all of Debian 12, without systemd, with a file store;
# for GlanceNotificationsIT with RabbitMQ (rabbitmq.sh). Ends when it is terminated, and all of them with it.
#
#   glance.sh FOLDER DATABASE_PORT KEYSTONE_PORT GLANCE_PORT legacy|secure [RABBITMQ_PORT NAMES_PORT PEERS_PORT]
#
# With "secure", Glance has enforce_secure_rbac and enforce_new_defaults. The policy is what src/docs/openstack.md gives.
# A PostgreSQL at DATABASE_PORT trusts its user postgres and has the databases keystone and glance. FOLDER is made, with the
# logs and an openrc; FOLDER/ready appears when everything answers. Then there are projects producer, consumer, consumer2 and
# stranger, each with a user of the same name; and the portal's user, which is what src/docs/openstack.md makes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1 database=$2 keystone=$3 glance=$4 defaults=$5
. "$here/keystone.sh"
if [ $# -gt 5 ]; then
  rabbitmq=$6 names=$7 peers=$8
  . "$here/rabbitmq.sh"
fi

mkdir -p images
cat > glance-api.conf << EOF
[DEFAULT]
bind_host = 127.0.0.1
bind_port = $glance
workers = 1
[database]
connection = $(url glance)
[glance_store]
stores = file
default_store = file
filesystem_store_datadir = $PWD/images
[keystone_authtoken]
$(credentials glance service)
www_authenticate_uri = http://127.0.0.1:$keystone/v3
[paste_deploy]
flavor = keystone
config_file = /usr/share/glance-common/glance-api-paste.ini
[oslo_policy]
policy_file = $PWD/policy.yaml
EOF
if [ $# -gt 5 ]; then
  cat >> glance-api.conf << EOF
[oslo_messaging_notifications]
driver = messagingv2
transport_url = rabbit://glance:secret@127.0.0.1:$rabbitmq/
retry = 1
EOF
fi
echo '"context_is_admin": "role:admin or role:image_handshake"' > policy.yaml
if [ "$defaults" = secure ]; then
  sed -i 's/^bind_port.*/&\nenforce_secure_rbac = True/; s/^policy_file.*/&\nenforce_new_defaults = True/' glance-api.conf
  # Debian's Glance prints its defaults as comments
  oslopolicy-sample-generator --namespace glance > defaults.yaml 2> defaults.log
  for each in get_images get_image get_members get_member add_member modify_member delete_member; do
    sed -n "s/^#\(\"$each\": .*\"role:admin\)/\1 or role:image_handshake/p" defaults.yaml
  done >> policy.yaml
  sed -n 's/^#\("download_image": \)"\(.*\)"$/\1"(\2) and not role:image_handshake"/p' defaults.yaml >> policy.yaml
else
  for each in download_image upload_image add_image modify_image delete_image deactivate reactivate; do
    echo "\"$each\": \"not role:image_handshake\"" >> policy.yaml
  done
fi
glance-manage --config-file glance-api.conf db_sync > glance-manage.log 2>&1

await_keystone
openstack << EOF
role create service
role create image_handshake
project create service
project create portal
user create --password secret glance
user create --password secret portal
role add --user glance --project service service
role add --user glance --project service admin
role add --user portal --project portal image_handshake
role add --user portal --user-domain default --domain default --inherited member
service create --name glance image
endpoint create --region DFW image public http://127.0.0.1:$glance
EOF
for each in producer consumer consumer2 stranger; do
  cat << EOF
project create $each
user create --password secret $each
role add --user $each --project $each member
EOF
done | openstack
# starts again a while after it was killed, as its service manager would
glance() {
  trap 'kill $(jobs -p) 2> /dev/null; exit' TERM
  while true; do
    glance-api --config-file glance-api.conf &
    echo $! > glance.pid
    wait $! || sleep 5
  done
}
glance > glance.log 2>&1 &
await "http://127.0.0.1:$glance/versions"
if [ $# -gt 5 ]; then await_rabbitmq; fi
touch ready
wait

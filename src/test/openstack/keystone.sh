# Starts Keystone of Debian 12, without systemd, in a cloud of OpenStackIT or GlanceIT. Read by the script of the cloud,
# which sets "folder" (made here, and gone to), "database" (the port of a PostgreSQL that trusts its user postgres and has
# a database keystone) and "keystone" (Keystone's port). What it starts ends with that script.
mkdir -p "$folder"
cd "$folder"
trap 'kill $(jobs -p) 2> /dev/null || true' EXIT
url() { echo "postgresql://postgres@127.0.0.1:$database/$1"; }

# serve NAME PORT WSGI_FILE
serve() {
  uwsgi_python3 --http-socket "127.0.0.1:$2" --wsgi-file "$3" --enable-threads --threads 4 --buffer-size 65535 \
    --add-header 'Connection: close' --die-on-term --master > "$1.log" 2>&1 &
}

# await URL [PROCESS]: until the program answers, by default the one that was started last; fails when it has ended
await() {
  local process=${2:-$!}
  until curl -sfo /dev/null "$1"; do
    kill -0 "$process"
    sleep 0.5
  done
}

credentials() { # as USER PROJECT, for a configuration file
  cat << EOF
auth_type = password
auth_url = http://127.0.0.1:$keystone/v3
username = $1
password = secret
project_name = $2
user_domain_id = default
project_domain_id = default
region_name = DFW
EOF
}

mkdir -p keys credentials
cat > keystone.conf << EOF
[database]
connection = $(url keystone)
[fernet_tokens]
key_repository = $PWD/keys
[credential]
key_repository = $PWD/credentials
[identity]
password_hash_rounds = 4
EOF
manage() { keystone-manage --config-file keystone.conf "$@"; }
manage db_sync
manage fernet_setup --keystone-user root --keystone-group root
manage credential_setup --keystone-user root --keystone-group root
manage bootstrap --bootstrap-password secret --bootstrap-region-id DFW \
  --bootstrap-public-url "http://127.0.0.1:$keystone/v3" --bootstrap-internal-url "http://127.0.0.1:$keystone/v3"
OS_KEYSTONE_CONFIG_FILES=$PWD/keystone.conf serve keystone "$keystone" /usr/bin/keystone-wsgi-public
keystone_process=$!

# Then the openstack command acts as the administrator.
await_keystone() {
  await "http://127.0.0.1:$keystone/v3" "$keystone_process"
  cat > openrc << EOF
export OS_AUTH_URL=http://127.0.0.1:$keystone/v3 OS_IDENTITY_API_VERSION=3 OS_REGION_NAME=DFW
export OS_USER_DOMAIN_ID=default OS_PROJECT_DOMAIN_ID=default OS_PASSWORD=secret
EOF
  . ./openrc
  export OS_USERNAME=admin OS_PROJECT_NAME=admin
}

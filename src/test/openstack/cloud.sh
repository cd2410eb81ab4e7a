#!/bin/bash
# Starts Keystone, Placement and Nova beside a portal, for OpenStackIT: all of Debian 12, without systemd, Nova in one
# process with a hypervisor that runs no guests but moves image data (nova_process.py). Ends when it is terminated, and all of
# them with it.
#
#   cloud.sh FOLDER DATABASE_PORT KEYSTONE_PORT PLACEMENT_PORT NOVA_PORT NEUTRON_PORT IMAGES_URL
#
# A PostgreSQL at DATABASE_PORT trusts its user postgres and has the databases keystone, placement, nova_api, nova and
# nova_cell0. FOLDER is made, with the logs and an openrc; FOLDER/ready appears when everything answers.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1 database=$2 keystone=$3 placement=$4 nova=$5 neutron=$6 images=$7
. "$here/keystone.sh"

mkdir -p locks instances
cat > placement.conf << EOF
[placement_database]
connection = $(url placement)
[keystone_authtoken]
$(credentials placement service)
www_authenticate_uri = http://127.0.0.1:$keystone/v3
service_token_roles_required = True
EOF
placement-manage --config-file placement.conf db sync &

cat > nova.conf << EOF
[DEFAULT]
my_ip = 127.0.0.1
host = compute
state_path = $PWD
instances_path = $PWD/instances
transport_url = fake:/
compute_driver = nova_process.ImageMovingDriver
osapi_compute_listen = 127.0.0.1
osapi_compute_listen_port = $nova
osapi_compute_workers = 1
enabled_apis = osapi_compute
heal_instance_info_cache_interval = -1
force_raw_images = False
allow_resize_to_same_host = True
reserved_host_memory_mb = 0
[wsgi]
api_paste_config = /usr/share/nova-common/api-paste.ini
[database]
connection = $(url nova)
[api_database]
connection = $(url nova_api)
[keystone_authtoken]
$(credentials nova service)
www_authenticate_uri = http://127.0.0.1:$keystone/v3
service_token_roles_required = True
[keystone]
$(credentials nova service)
[service_user]
send_service_user_token = True
$(credentials nova service)
[placement]
$(credentials placement service)
[neutron]
endpoint_override = http://127.0.0.1:$neutron
$(credentials nova service)
[glance]
endpoint_override = $images
[oslo_concurrency]
lock_path = $PWD/locks
EOF
compute() { nova-manage --config-file nova.conf "$@"; }
compute api_db sync
compute cell_v2 map_cell0 --database_connection "$(url nova_cell0)"
compute cell_v2 create_cell --name cell1 --transport-url fake:/ --database_connection "$(url nova)"
compute db sync
wait $!

await_keystone
openstack << EOF
role create service
project create service
user create --password secret nova
user create --password secret placement
role add --user nova --project service service
role add --user nova --project service admin
role add --user placement --project service service
role add --user placement --project service admin
project create producer
project create consumer
project create stranger
user create --password secret producer
user create --password secret consumer
user create --password secret stranger
user create --password secret portal
role add --user portal --user-domain default --domain default --inherited member
role add --user producer --project producer member
role add --user consumer --project consumer member
role add --user stranger --project stranger member
service create --name nova compute
service create --name placement placement
service create --name handshake image
endpoint create --region DFW compute public http://127.0.0.1:$nova/v2.1/%(project_id)s
endpoint create --region DFW placement public http://127.0.0.1:$placement
endpoint create --region DFW placement internal http://127.0.0.1:$placement
endpoint create --region DFW image public $images
EOF
mkdir -p placement && cp placement.conf placement/placement.conf
OS_PLACEMENT_CONFIG_DIR=$PWD/placement serve placement "$placement" /usr/bin/placement-api
/usr/bin/python3 "$here/network_stub.py" "$neutron" > neutron.log 2>&1 &

# starts again a while after it was killed, as its service manager would
nova() {
  trap 'kill $(jobs -p) 2> /dev/null; exit' TERM
  while true; do
    /usr/bin/python3 "$here/nova_process.py" --config-file nova.conf &
    echo $! > nova.pid
    wait $! || sleep 5
  done
}
nova > nova.log 2>&1 &
await "http://127.0.0.1:$placement"
await "http://127.0.0.1:$nova"
openstack << EOF
flavor create --id 1 --ram 512 --disk 1 --vcpus 1 small
flavor create --id 2 --ram 1024 --disk 10 --vcpus 1 medium
EOF
until compute cell_v2 discover_hosts --by-service && compute cell_v2 list_hosts | grep -q ' compute '; do sleep 1; done
touch ready
wait

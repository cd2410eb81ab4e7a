#!/bin/bash
# Plays the whole handshake with the ordinary openstack command line against a running portal, and ends at the first
# surprise: not zero, with what was expected.
#
# It needs
# - openstack (Debian: python3-openstackclient), which finds the portal as the service of type "image" in the catalog of
#   Keystone; the endpoint is http://PORTAL/REGION;
# - a portal whose handshake.keystone.url names that Keystone, and whose handshake.account-number-pattern takes project ids
#   ([0-9a-f]{32});
# - OS_AUTH_URL, OS_REGION_NAME, and the like, as in any openrc, for what is common to both sides;
# - PRODUCER and CONSUMER: a user each, with the role "member" in a project of the same name, and PRODUCER_PASSWORD and
#   CONSUMER_PASSWORD. Where clouds.yaml knows them, PRODUCER_CLOUD and CONSUMER_CLOUD name the clouds instead.
#
# It was run with the packaged application on PostgreSQL 15, Keystone 22.0.2 and openstack 6.0.0 (all of Debian 12):
#
#   export OS_AUTH_URL=http://127.0.0.1:5000/v3 OS_IDENTITY_API_VERSION=3 OS_REGION_NAME=DFW
#   export OS_USER_DOMAIN_NAME=Default OS_PROJECT_DOMAIN_NAME=Default
#   PRODUCER=producer PRODUCER_PASSWORD=... CONSUMER=consumer CONSUMER_PASSWORD=... src/test/openstack/handshake.sh
#
# What it makes it deletes, also where it fails.
set -euo pipefail

work=$(mktemp -d)
image=

producer() { as "${PRODUCER_CLOUD:-}" "${PRODUCER:-}" "${PRODUCER_PASSWORD:-}" "$@"; }

consumer() { as "${CONSUMER_CLOUD:-}" "${CONSUMER:-}" "${CONSUMER_PASSWORD:-}" "$@"; }

# as CLOUD USER PASSWORD COMMAND...
as() {
    local cloud=$1 user=$2 password=$3
    shift 3
    if [ -n "$cloud" ]; then
        openstack --os-cloud "$cloud" "$@"
    else
        OS_USERNAME=$user OS_PASSWORD=$password OS_PROJECT_NAME=$user openstack "$@"
    fi
}

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

clean() {
    [ -z "$image" ] || producer image delete "$image" || true
    rm -rf "$work"
}
trap clean EXIT

step() { echo "== $*"; }

# equal WHAT EXPECTED SEEN
equal() { [ "$2" = "$3" ] || fail "$1 is '$3', not '$2'"; }

# field KEY: of the image, as the producer sees it
field() { producer image show "$image" -f value -c "$1"; }

# listed WHO ARGUMENT...: whether WHO's list has the image; a list that fails is no answer
listed() {
    local who=$1 ids
    shift
    ids=$("$who" image list "$@" -f value -c ID) || fail "$who cannot list images"
    grep -qx "$image" <<<"$ids"
}

shows() { listed "$@" || fail "not in the list: $*"; }

hides() { ! listed "$@" || fail "still in the list: $*"; }

# members EXPECTED: the lines "member status" that the producer sees
members() {
    local seen
    seen=$(producer image member list "$image" -f value -c 'Member ID' -c Status) || fail "no member list"
    equal "the member list" "$1" "$seen"
}

# refused TEXT COMMAND...: the command has to fail and say TEXT
refused() {
    local text=$1 said
    shift
    if said=$("$@" 2>&1); then fail "went through: $*"; fi
    grep -qiE "$text" <<<"$said" || fail "$* says '$said', not '$text'"
}

there=$(consumer token issue -f value -c project_id)

step "the producer makes an image and brings in its data"
head -c 3000001 /dev/urandom >"$work/disk.raw"
image=$(producer image create --disk-format raw --container-format bare --property zone=b --tag handshake \
    --file "$work/disk.raw" "handshake $(date +%s)" -f value -c id)
equal "the status" active "$(field status)"
equal "the visibility" shared "$(field visibility)"
equal "the size" 3000001 "$(field size)"
equal "the checksum" "$(md5sum <"$work/disk.raw" | cut -d' ' -f1)" "$(field checksum)"
shows producer
hides consumer
refused "no image|not found|404" consumer image show "$image"

step "offers it to the consumer's project"
producer image add project "$image" "$there" >/dev/null
members "$there pending"
refused "409|duplicate|already" producer image add project "$image" "$there"

step "the consumer finds it in the inbox, not in the list"
shows consumer --shared --member-status pending
hides consumer
refused "403|forbidden" consumer image delete "$image"

step "accepts it"
consumer image set --accept "$image"
members "$there accepted"
shows consumer
hides consumer --shared --member-status pending

step "saves its data"
consumer image save --file "$work/saved.raw" "$image"
equal "what was saved" "$(sha512sum <"$work/disk.raw")" "$(sha512sum <"$work/saved.raw")"

step "rejects it"
consumer image set --reject "$image"
members "$there rejected"
hides consumer
shows consumer --shared --member-status rejected
equal "the image by its id" "$image" "$(consumer image show "$image" -f value -c id)"

step "is undecided again"
consumer image set --pending "$image"
members "$there pending"
hides consumer
shows consumer --shared --member-status pending

step "accepts it once more"
consumer image set --accept "$image"
shows consumer

step "the producer removes the consumer's project"
producer image remove project "$image" "$there"
members ""
hides consumer
hides consumer --shared --member-status pending
refused "no image|not found|404" consumer image show "$image"
refused "no image|not found|404|NoneType" consumer image save --file "$work/again.raw" "$image" # 6.0.0 says it like that
[ ! -s "$work/again.raw" ] || fail "the data is still given"

step "deletes the image"
producer image delete "$image"
deleted=$image
hides producer
image=
refused "no image|not found|404" producer image show "$deleted"
echo "The handshake was played to its end."

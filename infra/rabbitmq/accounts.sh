#!/usr/bin/env bash
# The four services' accounts of the broker, each with what it needs (docs/operations/accounts-of-the-engines.md).
# Run beside the broker, again whenever a password or a contract has changed; it adds and changes, and removes nothing.
set -euo pipefail

# a service, whom it hears, who hears it: as contracts/*/*/descriptor.yaml have it, which AccountsTests holds it to
accounts() {
  account directory 'projects|jobs|search' 'projects|jobs|search'
  account projects 'directory' 'directory|jobs|search'
  account jobs 'directory|projects' 'directory|search'
  account search 'directory|projects|jobs' 'directory'
}

passwords='' rights='' comma=''
account() {
  local me=$1 heard=$2 hearers=$3 password="AGORA_RABBITMQ_${1^^}_PASSWORD"
  if [[ ! ${!password:-} =~ ^[A-Za-z0-9_-]+$ ]]; then
    echo "$password is not set, or holds more than letters, digits, - and _" >&2
    exit 1
  fi
  # owner and hearer declare the same queues, so that whoever starts first, a fact has somewhere to go
  local declares="^(platform[.]events|($me|$heard)[.]events|$me[.].+|($hearers)[.]$me-events([.]parked)?|($heard)[.]replay-requests([.]parked)?)\$"
  # what is parked goes to its queue by the default exchange
  local writes="^(amq[.]default|platform[.]events|$me[.].+|($hearers)[.]$me-events|($heard)[.]replay-requests)\$"
  local reads="^(platform[.]events|($heard)[.]events|$me[.].+)\$"
  passwords+="$comma{\"name\":\"$me\",\"password\":\"${!password}\",\"tags\":\"\"}"
  rights+="$comma{\"user\":\"$me\",\"vhost\":\"agora\",\"configure\":\"$declares\",\"write\":\"$writes\",\"read\":\"$reads\"}"
  comma=','
}

accounts
printf '{"users":[%s],"permissions":[%s]}' "$passwords" "$rights" | rabbitmqctl --silent import_definitions

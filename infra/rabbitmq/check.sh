#!/usr/bin/env bash
# Compose's health check of the broker. The first one that finds it up makes the services' accounts.
set -euo pipefail
made=/tmp/agora-accounts
rabbitmq-diagnostics --quiet check_port_connectivity
if [[ ! -e $made ]]; then
  bash "$(dirname "$0")/accounts.sh"
  touch "$made"
fi

#!/bin/sh
# Runs a command that fetches something, up to three times: registries and mirrors have bad moments.
#
#   scripts/tries.sh npm ci
set -u
for pause_s in 5 15 0; do
    "$@" && exit 0
    [ "$pause_s" = 0 ] && break
    echo "That failed; trying again in $pause_s s: $*" >&2
    sleep "$pause_s"
done
echo "Failed three times: $*" >&2
exit 1

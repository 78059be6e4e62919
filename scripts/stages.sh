#!/bin/sh
# Runs make targets one after the other, stops at the first that fails, and says at the end how long each took.
#
#   scripts/stages.sh lint test-unit
set -u
told=
began=$(date +%s)
for stage in "$@"; do
    echo "--- $stage"
    at=$(date +%s)
    "${MAKE:-make}" --no-print-directory "$stage"
    code=$?
    told="$told$(printf '%6d s  %s' "$(($(date +%s) - at))" "$stage")
"
    if [ "$code" != 0 ]; then
        printf '%s%6d s  in all; stopped at %s, which failed\n' "$told" "$(($(date +%s) - began))" "$stage"
        exit "$code"
    fi
done
printf '%s%6d s  in all\n' "$told" "$(($(date +%s) - began))"

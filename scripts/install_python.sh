#!/bin/sh
# Installs Jotter into .venv, exactly as requirements.lock has it: `.` to run it, `.[dev]` to test it as well.
#
# uv does in seconds what takes pip half a minute. It reads none of pip's settings, so it is told of the two that matter,
# and where it cannot be had or cannot reach what pip can, pip does the work.
set -eu
uv_version=0.13.9
pip="scripts/tries.sh .venv/bin/python -m pip install --quiet --disable-pip-version-check"

[ -z "${PIP_INDEX_URL:-}" ] || export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$PIP_INDEX_URL}"
[ -z "${PIP_CERT:-}" ] || export SSL_CERT_FILE="${SSL_CERT_FILE:-$PIP_CERT}"
with_uv() {
    [ -x .venv/bin/uv ] || .venv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$uv_version" || return 1
    .venv/bin/uv pip install --quiet --python .venv/bin/python --constraints requirements.lock --editable "$1"
}
if with_uv "$1" 2>/dev/null; then
    exit 0
fi
echo "uv could not; pip does it (half a minute)."
# shellcheck disable=SC2086
exec $pip --constraint requirements.lock --editable "$1"

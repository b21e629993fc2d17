#!/usr/bin/env bash
# Installs the programs that tests/clients/run.py runs: Debian packages, and a Python environment in target/clients. Does nothing if all of
# them are installed.
set -euo pipefail
cd "$(dirname "$0")/../.."

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

packages=()
for program in curl rclone s3cmd; do
    command -v "$program" > /dev/null || packages+=("$program")
done
python3 -c 'import ensurepip, venv' 2> /dev/null || packages+=(python3-venv)
if [ "${#packages[@]}" -gt 0 ]; then
    as_root apt-get update
    as_root apt-get install --yes --no-install-recommends "${packages[@]}"
fi

requirements=tests/clients/requirements.txt
venv=${CARGO_TARGET_DIR:-target}/clients
if ! cmp --silent "$requirements" "$venv/requirements.txt"; then
    python3 -m venv --clear "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements"
    cp "$requirements" "$venv/requirements.txt"
fi

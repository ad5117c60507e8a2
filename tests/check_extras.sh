#!/usr/bin/env bash
# check_extras.sh [EXTRA…]: each extra alone in a new environment, and the examples of its page in docs/ as they stand.
# Usage, from anywhere: tests/check_extras.sh            (frames spark ray datasets)
#                       tests/check_extras.sh spark      (PYTHON=python3.12 for another interpreter)
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1 # not the repository, so that what is imported is what was installed
unset PYTHONPATH
failed=()

check() {
    local extra=$1
    "${PYTHON:-python3}" -m venv "$work/$extra" &&
        "$work/$extra/bin/pip" install -qq --disable-pip-version-check "$root[$extra]" &&
        "$work/$extra/bin/python" -m doctest -o ELLIPSIS -o NORMALIZE_WHITESPACE "$root/docs/$extra.md"
}

for extra in "${@:-frames spark ray datasets}"; do
    for one in $extra; do
        if check "$one" 2>"$work/$one.log"; then echo "$one: ok"; else
            tail -30 "$work/$one.log"
            failed+=("$one")
        fi
    done
done
[[ ${#failed[@]} == 0 ]] || { echo "failed: ${failed[*]}"; exit 1; }

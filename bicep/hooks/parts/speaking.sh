# Sourced by every hook. It speaks on stderr; what is refused is one line and exit code 1. Stdout is for `keep` alone.
set -eu
hook=${0##*/}
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Not every shell does that when it is interrupted.
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

say() { printf '%s: %s\n' "$hook" "$*" >&2; }

refuse() {
    say "$*"
    exit 1
}

# need PROGRAM…
need() {
    for program in "$@"; do
        command -v "$program" >/dev/null 2>&1 || refuse "$program is missing: install it, then run this again."
    done
}

# demand NAME…: variables that must have a value.
demand() {
    for name in "$@"; do
        eval "given=\${$name:-}"
        [ -n "$given" ] || refuse "$name is not set. bicep/README.md says what it is."
    done
}

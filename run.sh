#!/usr/bin/env bash
# Builds the single-machine edition and runs it on http://127.0.0.1:7071 (PORT, VKS_DATA override), or plays a whole
# cycle: ./run.sh demo [--units N] [--seed S] [--out DIR]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
packages=$("$root/infra/stand-ins/choose")
app=$root/functions/bin/Release/net10.0/VksServerless.Functions.dll
edition=$root/infra/local/bin/Release/net10.0/VksServerless.Local.dll
stamp=$root/infra/local/obj/built

# Built again only when a source is newer than the last build, so that a later start takes no build at all.
newer() { find "$root/shared" "$root/functions" "$root/infra" "$root"/*.props "$root"/*.targets "$root/host.json" \
    \( -name bin -o -name obj \) -prune -o -type f -newer "$stamp" -print -quit; }
if [[ ! -f $app || ! -f $edition || ! -f $stamp || "$(cat "$stamp")" != "$packages" || -n "$(newer)" ]]; then
    echo "Building..." >&2
    started=$(mktemp)
    dotnet build "$root/functions" -c Release -v q -nologo -clp:"ErrorsOnly;NoSummary" "$packages" >&2
    dotnet build "$root/infra/local" -c Release -v q -nologo -clp:"ErrorsOnly;NoSummary" "$packages" >&2
    echo "$packages" > "$stamp"
    touch -r "$started" "$stamp"
    rm -f "$started"
fi

export VKS_APP=$app
case "${1:-}" in
    demo | -h | --help | -\? | --version) exec dotnet "$edition" "$@" ;;
    serve) shift ;;
esac
exec dotnet "$edition" serve --data "${VKS_DATA:-$root/.data}" --port "${PORT:-7071}" "$@"

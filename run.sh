#!/usr/bin/env bash
# Builds the single-machine edition and runs it on http://127.0.0.1:7071 (PORT, VKS_DATA override), or plays a whole
# cycle: ./run.sh demo [--form CODE|all] [--units N] [--seed S] [--out DIR]
set -euo pipefail
if [[ "${1:-}" =~ ^(-h|--help|-\?)$ ]]; then
    cat <<'HELP'
./run.sh [serve] [--data DIR] [--port N] [--smtp HOST:PORT]
    Builds when a source has changed, then serves the application until it is told to end.
    --data   the folder that holds all data      (VKS_DATA, default .data)
    --port   on the loopback address, 0: any     (PORT, default 7071)
    --smtp   where mails go; without it they are written as .eml files   (VKS_SMTP)
    Portal__Address, Portal__Contact: where mails send their readers, and whom these ask.

./run.sh demo [--form CODE|all] [--units N] [--seed S] [--out DIR]
    Plays a whole reporting cycle with sample units, then ends.
    --form   the form that is played in its newest version, or all of them, each into its own folder of DIR
             (default: the ten-year review as it was asked in 2018)
    --units  how many are to report, 10 to 10000 (default 800)
    --seed   the same seed plays the same cycle  (default 1)
    --out    the folder for the publication, the accepted reports and the mails   (default out)

./run.sh serve --help and ./run.sh demo --help build first and name every option.
HELP
    exit
fi
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
packages=$("$root/infra/declarations/choose")
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
    demo | --version) exec dotnet "$edition" "$@" ;;
    serve) shift ;;
esac
exec dotnet "$edition" serve --data "${VKS_DATA:-$root/.data}" --port "${PORT:-7071}" "$@"

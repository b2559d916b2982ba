#!/usr/bin/env bash
# Builds the server when a source has changed and runs it on http://127.0.0.1:7071, or plays whole cycles: ./run.sh demo
set -euo pipefail
if [[ "${1:-}" =~ ^(-h|--help|-\?)$ ]]; then
    cat <<'HELP'
./run.sh [serve] [--data DIR] [--port N] [--smtp HOST:PORT] [--listen ADDRESS] [--certificate FILE] [--proxy ADDRESS]
    Serves until it is told to end (Ctrl+C). Where no --listen, --proxy and SignIn__Authority is named it is for trying out:
    --sample-people   everybody on this machine signs in as a sample person, without a password
    --listen       another address of this machine  (VKS_LISTEN, default 127.0.0.1)
    --certificate  a .pfx file, so that it speaks HTTPS (VKS_CERTIFICATE, VKS_CERTIFICATE_PASSWORD)
    --proxy        proxies in front, with commas between, that are believed (VKS_PROXY)
    --data   the folder that holds all data      (VKS_DATA, default .data)
    --port   on the loopback address, 0: any     (PORT, default 7071)
    --smtp   where mails go; without it they are written as .eml files
             (VKS_SMTP; VKS_SMTP_USER, VKS_SMTP_PASSWORD, VKS_SMTP_TLS=none|starttls|tls)
    Portal__Address, Portal__Contact: where mails send their readers, and whom these ask.

./run.sh demo [--form CODE|all] [--units N] [--seed S] [--out DIR]
    Plays whole reporting cycles with sample units, then ends.
    --form   the form that is played in its newest version, or all of them, each into its own folder of DIR
             (default: the ten-year review as it was asked in 2018)
    --units  how many are to report, 10 to 10000 (default 800)
    --seed   the same seed plays the same cycle  (default 1)
    --out    the folder for the publication, the accepted reports and the mails   (default out)

./run.sh azure [--port N]
    Serves the cloud edition on this machine: Durable Functions, Service Bus, tables and blobs at work, each in its emulator.
    Needs Node. Nothing is kept. --port as above (default 7072)
./run.sh azure demo [--form CODE|all] [--units N] [--seed S] [--out DIR]
    Plays a whole cycle through the cloud edition; operations.json says what it asked of storage, bus and mail.
HELP
    exit
fi

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
command -v dotnet >/dev/null || { echo "dotnet is missing: install the .NET SDK 10." >&2; exit 1; }
server=$root/infra/server/bin/Release/net10.0/VksServerless.Server.dll
demo=$root/demo/bin/Release/net10.0/VksServerless.Demo.dll
stamp=$root/demo/obj/built

# Built again only when a source is newer than the last build, so that a later start takes no build at all.
newer() { find "$root"/{shared,demo,docs/guides,infra/storage,infra/documents,infra/web,infra/server} "$root"/*.props "$root"/*.targets \
    \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -newer "$stamp" -print -quit; }
if [[ ! -f $server || ! -f $demo || ! -f $stamp || -n "$(newer)" ]]; then
    command -v node >/dev/null || { echo "node is missing: install Node 20 or newer, which bundles the portal's style sheet and script." >&2; exit 1; }
    echo "Building..." >&2
    started=$(mktemp)
    if ! dotnet build "$root/demo" -c Release -v q -nologo -clp:"ErrorsOnly;NoSummary" > "$started.log" 2>&1; then
        if grep -q NU1301 "$started.log"; then
            echo "The package feed does not answer: check the network, then run this again." >&2
        else
            grep -E "error" "$started.log" | sort -u >&2
        fi
        rm -f "$started" "$started.log"
        exit 1
    fi
    touch -r "$started" "$stamp"
    rm -f "$started" "$started.log"
fi

if [[ "${1:-}" == azure ]]; then
    shift
    exec "$root/infra/emulation/run" "$@"
fi

export VKS_DATA=${VKS_DATA:-$root/.data}
case "${1:-}" in
    demo) shift; exec dotnet "$demo" "$@" ;;
    --version) exec dotnet "$server" --version ;;
    serve) shift ;;
esac
# For trying out on this machine alone, unless somebody says where people sign in or who else may come in.
samples=(--sample-people)
[[ -n "${SignIn__Authority:-}${VKS_LISTEN:-}${VKS_PROXY:-}" ]] && samples=()
for option in "$@"; do
    [[ "$option" =~ ^--(listen|proxy|sample-people) ]] && samples=()
done
exec dotnet "$server" serve "$@" "${samples[@]}"

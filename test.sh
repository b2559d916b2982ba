#!/usr/bin/env bash
# Runs the tests; --long also those that take long (every kill, every seed, large sizes). Installs what they need: Azurite and a mail server
# through npm; Chromium, LibreOffice, Python, curl and jq through apt where they are missing. Ends with "N passed, N failed".
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"
case "${1:-}" in
    "") ;;
    --long) export VKS_LONG=1 ;;
    *) echo "./test.sh [--long]" >&2; exit 2 ;;
esac
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
fail() { echo "$1" >&2; exit 1; }
command -v dotnet >/dev/null || fail "dotnet is missing: install the .NET SDK 10."
command -v npm >/dev/null || fail "npm is missing: install Node 20."

missing=()
for program in python3 curl jq; do command -v $program >/dev/null || missing+=("$program"); done
command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || missing+=(chromium-headless-shell fonts-croscore)
command -v soffice >/dev/null || missing+=(libreoffice-calc-nogui)
if ((${#missing[@]})); then
    command -v apt-get >/dev/null || fail "Missing: ${missing[*]}. Install them, then run this again."
    apt-get update -qq
    # Not every distribution has the browser without a window apart.
    apt-cache show chromium-headless-shell >/dev/null 2>&1 || missing=("${missing[@]/chromium-headless-shell/chromium}")
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
        fail "Could not install ${missing[*]}: install them, then run this again."
fi
for tool in infra/emulation/azurite tests/smtp tests/hooks; do
    [[ -d $tool/node_modules ]] || npm ci --prefix "$tool" --no-audit --no-fund --silent || fail "npm could not install what $tool needs."
done

packages=$(infra/declarations/choose)
dotnet build VksServerless.sln -c Release -v q -clp:ErrorsOnly "$packages" || exit 1

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed_runs=0
echo "== bicep"
dotnet build bicep/check/Compiler.csproj -v q -clp:ErrorsOnly || exit 1
node bicep/check/check.js && node --test --test-reporter=junit --test-reporter-destination="$results/bicep.xml" bicep/check/check.test.js || failed_runs=$((failed_runs + 1))
echo "== hooks"
node --test --test-reporter=junit --test-reporter-destination="$results/hooks.xml" tests/hooks/ || failed_runs=$((failed_runs + 1))
for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    grep -q Microsoft.NET.Test.Sdk "$project" || continue
    echo "== $name"
    # A test that hangs is named and ends its run: nobody would wait for it.
    dotnet test "$project" -c Release --no-build "$packages" --blame-hang --blame-hang-timeout 15m --blame-hang-dump-type none --logger "trx;LogFileName=$name.trx" --results-directory "$results" -v q -nologo || failed_runs=$((failed_runs + 1))
done

read -r passed failed < <(python3 - "$results" <<'PY'
import glob, sys, xml.etree.ElementTree as xml
passed = failed = 0
for path in glob.glob(sys.argv[1] + "/*.trx"):
    counters = xml.parse(path).getroot().find(".//{*}ResultSummary/{*}Counters")
    passed += int(counters.get("passed"))
    failed += int(counters.get("total")) - int(counters.get("passed"))
for path in glob.glob(sys.argv[1] + "/*.xml"):
    cases = xml.parse(path).getroot().findall(".//testcase")
    right = sum(1 for case in cases if len(case) == 0)
    passed += right
    failed += len(cases) - right
print(passed, failed)
PY
)
# A test run that broke off before it could count is a failure too.
((failed_runs > 0 && failed == 0)) && failed=$failed_runs
echo "$passed passed, $failed failed"
((failed == 0 && passed > 0))

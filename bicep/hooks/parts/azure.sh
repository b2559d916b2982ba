# Sourced by hooks that call Azure or Microsoft Graph, through az and as the person who is signed in.
graph=https://graph.microsoft.com/v1.0
manage=https://management.azure.com
tries=${HOOK_TRIES:-6}
pause=${HOOK_PAUSE:-10}
right='more rights'

# ask METHOD URL [arguments of az rest]: the answer on stdout. What may pass (the network, throttling, an object that is not known
# everywhere yet) is tried again; a missing right, named by $right, is not. A second POST of what is there is no fault.
ask() {
    method=$1 url=$2
    shift 2
    try=1
    until az rest --only-show-errors --method "$method" --url "$url" "$@" > "$work/answer" 2> "$work/error"; do
        case $(cat "$work/error") in
            *Forbidden*|*Authorization_RequestDenied*|*AuthorizationFailed*)
                refuse "You may not do this: $method $url needs $right." ;;
            *"az login"*|*Unauthorized*) refuse "Not signed in: az login, then run this again." ;;
            *"already exists"*|*"exists with the name"*) [ "$method" != POST ] || return 0 ;;
        esac
        [ "$try" -lt "$tries" ] ||
            refuse "$method $url failed: $(tail -n 1 "$work/error") Run this again: what is done is not done twice."
        try=$((try + 1))
        sleep "$pause"
    done
    cat "$work/answer"
}

# account QUERY: what az knows of who is signed in, e.g. id (of the subscription), tenantId, user.type.
account() {
    az account show --only-show-errors --query "$1" --output tsv 2> /dev/null || refuse 'Not signed in: az login, then run this again.'
}

# The resource group of this environment, or nothing.
group() {
    az group list --only-show-errors --subscription "$AZURE_SUBSCRIPTION_ID" --tag "azd-env-name=$AZURE_ENV_NAME" \
        --query "[?tags.system=='vks-serverless'].name | [0]" --output tsv 2> "$work/error" ||
        refuse "The resource groups could not be listed: $(tail -n 1 "$work/error")"
}

# resources TYPE: the address under which the resources of this type in $group are listed, in the API version of the templates.
resources() {
    version=$(grep -rhoE "'$1@[0-9-]+'" bicep/modules | tr -d "'" | sed 's/.*@//' | sort | tail -n 1)
    printf '%s/subscriptions/%s/resourceGroups/%s/providers/%s?api-version=%s' \
        "$manage" "$AZURE_SUBSCRIPTION_ID" "$group" "$1" "$version"
}

# entra [ISSUER]: whether it is Microsoft Entra that issues the tokens, or is the issuer named; another one is somebody else's to set up.
entra() {
    case ${1:-${TOKEN_ISSUER:-}} in
        ''|https://login.microsoftonline.com/*) return 0 ;;
        *) return 1 ;;
    esac
}

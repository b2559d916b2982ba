# Sourced by hooks that call the app.

# fetch METHOD PATH [arguments of curl]: leaves the answer in $work/answer and its status in $status.
fetch() {
    method=$1 path=$2
    shift 2
    status=$(curl --silent --show-error --max-time 60 --request "$method" --output "$work/answer" --write-out '%{http_code}' "$@" \
        "$FUNCTION_APP_ADDRESS/api/$path") || status=000
}

# sign_in: the token of API_TOKEN, or of the person signed in with az; curl reads it from a file, so that no list of processes shows it.
sign_in() {
    token=${API_TOKEN:-$(az account get-access-token --only-show-errors --scope "api://$TOKEN_AUDIENCE/.default" \
        --query accessToken --output tsv)} || refuse "az gives no token for the app: az login --scope api://$TOKEN_AUDIENCE/.default"
    (umask 077 && printf 'header = "Authorization: Bearer %s"\n' "$token" > "$work/token")
}

# call METHOD PATH [arguments of curl]: as the person signed in.
call() {
    method=$1 path=$2
    shift 2
    fetch "$method" "$path" --config "$work/token" "$@"
}

# answered: the status and the beginning of the answer, for a message.
answered() {
    printf '%s %s' "$status" "$(cut -c1-300 "$work/answer" 2>/dev/null | head -n 1)"
}

# Sourced by hooks that find values out. KEEP says for whom: `azd` (its environment), `github` (the steps that follow), or nobody:
# then the value is printed for the shell, eval "$(bicep/hooks/register)".

# keep NAME VALUE
keep() {
    case $2 in
        *[!A-Za-z0-9:/@._+-]*) refuse "$1 would be “$2”, which is no name, address or number." ;;
    esac
    case ${KEEP:-shell} in
        azd) azd env set "$1" "$2" --environment "$AZURE_ENV_NAME" >&2 || refuse "azd did not keep $1: run this again." ;;
        github) printf '%s=%s\n' "$1" "$2" >> "$GITHUB_ENV" ;;
        shell) printf "export %s='%s'\n" "$1" "$2" ;;
        *) refuse "KEEP is azd, github or nothing, not “$KEEP”." ;;
    esac
}

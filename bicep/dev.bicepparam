// A small environment to try things in. azd and the hooks export what is read here; what has no value here must be exported, so that
// nothing is deployed with a placeholder.
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param tokenIssuer = readEnvironmentVariable('TOKEN_ISSUER')
param tokenAudience = readEnvironmentVariable('TOKEN_AUDIENCE')
param tokenMetadata = readEnvironmentVariable('TOKEN_METADATA')
param personClaim = readEnvironmentVariable('TOKEN_PERSON_CLAIM', 'sub')
param signInAuthority = readEnvironmentVariable('SIGN_IN_AUTHORITY', '')
param signInClientId = readEnvironmentVariable('SIGN_IN_CLIENT_ID', '')
param stepUpContext = readEnvironmentVariable('STEP_UP_CONTEXT', '')
param firstAdministrator = readEnvironmentVariable('PEOPLE_ADMINISTRATOR', '')
param portalAddress = readEnvironmentVariable('PORTAL_ADDRESS', '')
param alertAddress = readEnvironmentVariable('ALERT_ADDRESS')
param alertsEnabled = bool(readEnvironmentVariable('ALERTS_ENABLED', 'false'))
param monthlyBudget = int(readEnvironmentVariable('BUDGET_AMOUNT', '0'))
param budgetStart = readEnvironmentVariable('BUDGET_START', '')
param healthEvery = 900
param immutableDays = 1
param immutabilityLocked = bool(readEnvironmentVariable('IMMUTABILITY_LOCKED', 'false'))
param logDays = 30
param vaultDeletedDays = 7

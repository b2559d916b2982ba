// What runs: over three zones, evidence in two regions, storage and bus reached over private endpoints only.
// What has no value here must be exported: nothing is deployed with a placeholder.
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'prod')
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param privateNetwork = true
param zoneRedundant = true
param geoRedundant = bool(readEnvironmentVariable('EVIDENCE_IN_TWO_REGIONS', 'true'))
param maximumInstances = 200
param tokenIssuer = readEnvironmentVariable('TOKEN_ISSUER')
param tokenAudience = readEnvironmentVariable('TOKEN_AUDIENCE')
param tokenMetadata = readEnvironmentVariable('TOKEN_METADATA')
param personClaim = readEnvironmentVariable('TOKEN_PERSON_CLAIM', 'sub')
param signInAuthority = readEnvironmentVariable('SIGN_IN_AUTHORITY', '')
param signInClientId = readEnvironmentVariable('SIGN_IN_CLIENT_ID', '')
param stepUpContext = readEnvironmentVariable('STEP_UP_CONTEXT', '')
param firstAdministrator = readEnvironmentVariable('PEOPLE_ADMINISTRATOR', '')
param portalAddress = readEnvironmentVariable('PORTAL_ADDRESS', '')
param healthAddress = readEnvironmentVariable('HEALTH_ADDRESS', '')
param mailDomain = readEnvironmentVariable('MAIL_DOMAIN', '')
param mailDomainVerified = bool(readEnvironmentVariable('MAIL_DOMAIN_VERIFIED', 'false'))
param immutabilityLocked = bool(readEnvironmentVariable('IMMUTABILITY_LOCKED', 'false'))
param alertAddress = readEnvironmentVariable('ALERT_ADDRESS')
param alertsEnabled = bool(readEnvironmentVariable('ALERTS_ENABLED', 'false'))
param monthlyBudget = int(readEnvironmentVariable('BUDGET_AMOUNT', '0'))
param budgetStart = readEnvironmentVariable('BUDGET_START', '')
param logDays = 365

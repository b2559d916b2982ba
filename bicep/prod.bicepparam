// What runs: over three zones, storage and bus reached over private endpoints only.
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'prod')
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param privateNetwork = true
param zoneRedundant = true
param maximumInstances = 200
param tokenIssuer = readEnvironmentVariable('TOKEN_ISSUER', 'https://issuer.example/')
param tokenAudience = readEnvironmentVariable('TOKEN_AUDIENCE', 'vks-serverless')
param tokenMetadata = readEnvironmentVariable('TOKEN_METADATA', 'https://issuer.example/.well-known/openid-configuration')
param portalAddress = readEnvironmentVariable('PORTAL_ADDRESS', '')
param mailDomain = readEnvironmentVariable('MAIL_DOMAIN', '')
param mailDomainVerified = bool(readEnvironmentVariable('MAIL_DOMAIN_VERIFIED', 'false'))
param immutabilityLocked = bool(readEnvironmentVariable('IMMUTABILITY_LOCKED', 'false'))
param alertAddress = readEnvironmentVariable('ALERT_ADDRESS', 'operator@vks.example')
param budgetStart = readEnvironmentVariable('BUDGET_START', '2026-12-01')
param monthlyBudget = 1500
param logDays = 365

// A small environment to try things in. azd fills in AZURE_ENV_NAME and AZURE_LOCATION.
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param tokenIssuer = readEnvironmentVariable('TOKEN_ISSUER', 'https://issuer.example/')
param tokenAudience = readEnvironmentVariable('TOKEN_AUDIENCE', 'vks-serverless')
param tokenMetadata = readEnvironmentVariable(
  'TOKEN_METADATA',
  'https://issuer.example/.well-known/openid-configuration'
)
param alertAddress = readEnvironmentVariable('ALERT_ADDRESS', 'operator@vks.example')
param budgetStart = readEnvironmentVariable('BUDGET_START', '2026-12-01')
param monthlyBudget = 100
param immutableDays = 1
param logDays = 30

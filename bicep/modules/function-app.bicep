// The app on Flex Consumption. It enters everything as its user-assigned identity; no setting holds a key.
@description('Name of the app.')
param name string

@description('End of the plan’s name.')
param suffix string

@description('Azure region.')
param location string

@description('Tags; among them the name by which azd finds the app.')
param tags object

@description('Spread over availability zones.')
param zoneRedundant bool

@description('Answer requests from the internet.')
param publicEntrance bool

@description('Subnet through which the app goes out; empty for none.')
param subnetId string

@description('Most instances that the app may grow to.')
param maximumInstances int

@description('Memory of one instance in MB.')
param instanceMemory int

@description('Name of the app’s identity.')
param identityName string

@description('Name of the storage account of the app’s state.')
param storageName string

@description('Container of the app’s package.')
param packages string

@description('Name of the storage account of evidence.')
param evidenceName string

@description('Host name of the Service Bus namespace.')
param serviceBusEndpoint string

@description('Where mails are handed in.')
param mailEndpoint string

@description('Address that mails come from.')
param mailSender string

@description('Who issues the tokens that the app trusts.')
param tokenIssuer string

@description('For whom the tokens are issued.')
param tokenAudience string

@description('Where the issuer publishes its OpenID configuration.')
param tokenMetadata string

@description('The claim that says who a person is.')
param personClaim string

@description('Id of the person who is administrator as long as the register of persons names none; empty for nobody.')
param firstAdministrator string

@description('Address named in mails; empty for the app’s own.')
param portalAddress string

@description('The OpenID Connect issuer where people sign in with a browser.')
param signInAuthority string

@description('What the portal is called there.')
param signInClientId string

@description('The stronger proof that signing and approving ask for; empty: none.')
param stepUpContext string

@description('Address of the vault’s key that protects the keys of sessions, without a version.')
param sessionKey string

@description('Name of the Application Insights component.')
param insightsName string

@description('Where the Durable Task Scheduler is reached; empty where Durable Functions uses storage.')
param schedulerEndpoint string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName
}

resource evidence 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: evidenceName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-vks-${suffix}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: publicEntrance ? 'Enabled' : 'Disabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: { minTlsVersion: '1.2', http20Enabled: true }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${account.properties.primaryEndpoints.blob}${packages}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: instanceMemory
        // Timers of the orchestrations must not wait for a cold start. Two where zones are to be survived.
        alwaysReady: [{ name: 'durable', instanceCount: zoneRedundant ? 2 : 1 }]
        triggers: { http: { perInstanceConcurrency: 32 } }
      }
    }
  }
}

resource noPasswordForFiles 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noPasswordToDeploy 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

// Exactly the settings of infra/azure/settings.json; the check holds them against it.
var settings = {
  AzureWebJobsStorage__blobServiceUri: account.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: account.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: account.properties.primaryEndpoints.table
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  Evidence__blobServiceUri: evidence.properties.primaryEndpoints.blob
  ServiceBus__fullyQualifiedNamespace: serviceBusEndpoint
  ServiceBus__credential: 'managedidentity'
  ServiceBus__clientId: identity.properties.clientId
  Mail__Endpoint: mailEndpoint
  Mail__Sender: mailSender
  Identity__Issuer: tokenIssuer
  Identity__Audience: tokenAudience
  Identity__Metadata: tokenMetadata
  Identity__PersonClaim: personClaim
  People__Administrator: firstAdministrator
  Portal__Address: empty(portalAddress) ? 'https://${name}.azurewebsites.net' : portalAddress
  SignIn__Authority: signInAuthority
  SignIn__ClientId: signInClientId
  SignIn__StepUpContext: stepUpContext
  SignIn__KeyVaultKey: sessionKey
  AZURE_CLIENT_ID: identity.properties.clientId
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  // A form carries a file of 100 MiB and what surrounds it; the host takes 104857600 bytes by itself.
  FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '120000000'
}

var schedulerSettings = {
  DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identity.properties.clientId}'
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
}

resource appSettings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: union(settings, empty(schedulerEndpoint) ? {} : schedulerSettings)
}

@description('Resource id of the app.')
output id string = app.id

@description('Address of the app.')
output address string = 'https://${app.properties.defaultHostName}'

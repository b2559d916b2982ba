// Everything that the cloud edition stands on, in one resource group. See README.md for what, why and how much.
targetScope = 'subscription'

@description('Name of this environment, part of every resource name: dev, prod …')
@minLength(2)
@maxLength(12)
param environmentName string

@description('Azure region of everything that has one.')
@minLength(1)
param location string

@description('Where Communication Services keeps its data at rest.')
@allowed(['Africa', 'Asia Pacific', 'Australia', 'Europe', 'Japan', 'Korea', 'UAE', 'UK', 'United States'])
param mailDataLocation string = 'Asia Pacific'

@description('Reach storage and Service Bus over private endpoints only. Needs Service Bus Premium.')
param privateNetwork bool = false

@description('Answer requests from the internet. Every request needs a token all the same; false leaves a private endpoint only.')
param publicEntrance bool = true

@description('Spread the app, its storage and the bus over availability zones.')
param zoneRedundant bool = false

@description('What Durable Functions keeps its histories in. “scheduler” also needs the extension package named in README.md.')
@allowed(['storage', 'scheduler'])
param durableBackend string = 'storage'

@description('Most instances that the app may grow to.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Memory of one instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemory int = 2048

@description('Who issues the tokens that the app trusts: the value of their claim iss.')
@minLength(1)
param tokenIssuer string

@description('For whom the tokens are issued: the value of their claim aud.')
@minLength(1)
param tokenAudience string

@description('Where the issuer publishes its OpenID configuration.')
@minLength(1)
param tokenMetadata string

@description('Address named in mails; empty for the app’s own.')
param portalAddress string = ''

@description('Domain of one’s own to send mail from; empty for the one that Azure gives.')
param mailDomain string = ''

@description('Set to true once the DNS records of the domain are published and Azure has verified them.')
param mailDomainVerified bool = false

@description('The part of the sender’s address before the @, in a domain of one’s own.')
param mailSender string = 'bao-cao'

@description('For how many days nothing that was received or published can be changed or deleted.')
@minValue(1)
@maxValue(146000)
param immutableDays int = 3650

@description('Set to true after the immutability policy has been locked by hand: a locked policy cannot be deployed again.')
param immutabilityLocked bool = false

@description('How long logs are kept, in days.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Who is told of alerts: a mail address.')
@minLength(1)
param alertAddress string

@description('Monthly budget in the subscription’s currency; a mail goes out at 80 and 100 percent of it. 0 for none, where the kind of subscription has no budgets.')
@minValue(0)
param monthlyBudget int

@description('First day of the month of the first deployment. Azure refuses to change it afterwards.')
param budgetStart string

var tags = { 'azd-env-name': environmentName, system: 'vks-serverless' }
var token = take(uniqueString(subscription().id, environmentName, location), 6)
var suffix = '${environmentName}-${token}'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-vks-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: 'id-vks-${suffix}', location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: { suffix: suffix, location: location, tags: tags, logDays: logDays }
}

module network 'modules/network.bicep' = if (privateNetwork || !publicEntrance) {
  scope: group
  params: { name: 'vnet-vks-${suffix}', location: location, tags: tags }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'stvks${toLower(replace(environmentName, '-', ''))}${token}'
    location: location
    tags: tags
    privateNetwork: privateNetwork
    zoneRedundant: zoneRedundant
    immutableDays: immutableDays
    immutabilityLocked: immutabilityLocked
  }
}

module serviceBus 'modules/service-bus.bicep' = {
  scope: group
  params: { name: 'sb-vks-${suffix}', location: location, tags: tags, privateNetwork: privateNetwork }
}

module mail 'modules/mail.bicep' = {
  scope: group
  params: {
    suffix: suffix
    tags: tags
    dataLocation: mailDataLocation
    domain: mailDomain
    domainVerified: mailDomainVerified
    sender: mailSender
  }
}

module scheduler 'modules/durable-scheduler.bicep' = if (durableBackend == 'scheduler') {
  scope: group
  params: { name: 'dts-vks-${suffix}', location: location, tags: tags, zoneRedundant: zoneRedundant }
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    serviceBusName: serviceBus.outputs.name
    mailName: mail.outputs.name
    insightsName: monitoring.outputs.insightsName
    schedulerName: durableBackend == 'scheduler' ? scheduler!.outputs.name : ''
  }
}

module privateEndpoints 'modules/private-endpoints.bicep' = if (privateNetwork) {
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointsSubnetId
    storageId: storage.outputs.id
    serviceBusId: serviceBus.outputs.id
  }
}

module functionApp 'modules/function-app.bicep' = {
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: union(tags, { 'azd-service-name': 'functions' })
    zoneRedundant: zoneRedundant
    publicEntrance: publicEntrance
    subnetId: privateNetwork || !publicEntrance ? network!.outputs.appSubnetId : ''
    maximumInstances: maximumInstances
    instanceMemory: instanceMemory
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    packages: storage.outputs.packages
    serviceBusEndpoint: serviceBus.outputs.endpoint
    mailEndpoint: mail.outputs.endpoint
    mailSender: mail.outputs.sender
    tokenIssuer: tokenIssuer
    tokenAudience: tokenAudience
    tokenMetadata: tokenMetadata
    portalAddress: portalAddress
    insightsName: monitoring.outputs.insightsName
    schedulerEndpoint: durableBackend == 'scheduler' ? scheduler!.outputs.endpoint : ''
  }
  dependsOn: [roles, privateEndpoints]
}

module entrance 'modules/entrance.bicep' = if (!publicEntrance) {
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointsSubnetId
    functionAppId: functionApp.outputs.id
  }
}

module diagnostics 'modules/diagnostics.bicep' = {
  scope: group
  params: {
    workspaceId: monitoring.outputs.workspaceId
    storageName: storage.outputs.name
    serviceBusName: serviceBus.outputs.name
    mailName: mail.outputs.name
    functionAppName: functionApp.outputs.name
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    address: alertAddress
    workspaceId: monitoring.outputs.workspaceId
    storageId: storage.outputs.id
    serviceBusId: serviceBus.outputs.id
  }
  dependsOn: [diagnostics]
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
  scope: group
  params: { name: 'budget-vks-${environmentName}', amount: monthlyBudget, start: budgetStart, address: alertAddress }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    serviceBusId: serviceBus.outputs.id
  }
}

@description('Resource group of everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the function app, to deploy to.')
output FUNCTION_APP_NAME string = functionApp.outputs.name

@description('Address of the app.')
output FUNCTION_APP_ADDRESS string = functionApp.outputs.address

@description('DNS records to publish before mailDomainVerified is set; empty without a domain of one’s own.')
output MAIL_DOMAIN_RECORDS object = mail.outputs.records

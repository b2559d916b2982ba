// Everything that the cloud edition stands on, in one resource group. See README.md for what, why and how much.
targetScope = 'subscription'

@description('Name of this environment: whatever azd takes. It is a tag and in the resource group’s name; other names hold a hash of it.')
@minLength(1)
@maxLength(64)
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

@description('Copy what was received and published to the paired region, too.')
param geoRedundant bool = false

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

@description('The claim that says who a person is, e.g. oid of Entra.')
@minLength(1)
param personClaim string = 'sub'

@description('Id of the person who is administrator as long as the register of persons names none; empty for nobody.')
param firstAdministrator string = ''

@description('Address named in mails; empty for the app’s own.')
param portalAddress string = ''

@description('The OpenID Connect issuer where people sign in with a browser; empty: the issuer of the tokens.')
param signInAuthority string = ''

@description('What the portal is called there; empty: the audience of the tokens.')
param signInClientId string = ''

@description('The stronger proof that signing and approving ask for: a value of acr, in Entra an authentication context such as c1; empty: none.')
param stepUpContext string = ''

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

@description('For how many days the deleted key vault can be recovered. Until then no other one takes its name: fewer where the environment is taken down and made again.')
@minValue(7)
@maxValue(90)
param vaultDeletedDays int = 90

@description('How long logs are kept, in days.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Who is told of alerts: a mail address.')
@minLength(1)
param alertAddress string

@description('Alerts are on. Off until the app has been deployed for the first time: “jobs do not run” would fire before there is anything that could run, and an alert that has fired says nothing again when it stays.')
param alertsEnabled bool = false

@description('Address at which others reach the app, where that is not its own: of a gateway in front of it. There its health is asked for from outside.')
param healthAddress string = ''

@description('Seconds from one look at the app’s health to the next, from each of five places.')
@allowed([300, 900])
param healthEvery int = 300

@description('Monthly budget in the subscription’s currency; a mail goes out at 80 and 100 percent of it. 0 for none: a subscription younger than 48 hours, and some kinds of subscription, can have none.')
@minValue(0)
param monthlyBudget int = 0

@description('First day of the month in which the budget was made: Azure takes none in the past, and refuses another one afterwards. Empty for this month.')
param budgetStart string = ''

@description('Leave it out: the first day of this month.')
param thisMonth string = utcNow('yyyy-MM-01')

var tags = { 'azd-env-name': environmentName, system: 'vks-serverless' }

// Every name is known before anything is deployed, so that what-if sees all of it, and fits whatever the environment is called.
var suffix = uniqueString(subscription().id, toLower(environmentName))
var names = {
  app: 'func-vks-${suffix}'
  identity: 'id-vks-${suffix}'
  insights: 'appi-vks-${suffix}'
  mail: 'acs-vks-${suffix}'
  scheduler: 'dts-vks-${suffix}'
  serviceBus: 'sb-vks-${suffix}'
  storage: 'stvks${suffix}'
  evidence: 'stvksev${suffix}'
  vault: 'kv-vks-${suffix}'
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}-vks'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: names.identity, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: { insightsName: names.insights, suffix: suffix, location: location, tags: tags, logDays: logDays }
}

module network 'modules/network.bicep' = if (privateNetwork || !publicEntrance) {
  scope: group
  params: { name: 'vnet-vks-${suffix}', location: location, tags: tags }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: names.storage
    location: location
    tags: tags
    privateNetwork: privateNetwork
    zoneRedundant: zoneRedundant
  }
}

module evidence 'modules/evidence.bicep' = {
  scope: group
  params: {
    name: names.evidence
    location: location
    tags: tags
    privateNetwork: privateNetwork
    zoneRedundant: zoneRedundant
    geoRedundant: geoRedundant
    immutableDays: immutableDays
    immutabilityLocked: immutabilityLocked
  }
}

module serviceBus 'modules/service-bus.bicep' = {
  scope: group
  params: { name: names.serviceBus, location: location, tags: tags, privateNetwork: privateNetwork }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: names.vault
    location: location
    tags: tags
    privateNetwork: privateNetwork
    deletedDays: vaultDeletedDays
  }
}

module mail 'modules/mail.bicep' = {
  scope: group
  params: {
    name: names.mail
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
  params: { name: names.scheduler, location: location, tags: tags, zoneRedundant: zoneRedundant }
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    identityName: names.identity
    storageName: names.storage
    evidenceName: names.evidence
    serviceBusName: names.serviceBus
    mailName: names.mail
    vaultName: names.vault
    insightsName: names.insights
    schedulerName: durableBackend == 'scheduler' ? names.scheduler : ''
  }
  dependsOn: [identity, storage, evidence, serviceBus, mail, vault, monitoring, scheduler]
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
    evidenceId: evidence.outputs.id
    serviceBusId: serviceBus.outputs.id
    vaultId: vault.outputs.id
  }
}

module functionApp 'modules/function-app.bicep' = {
  scope: group
  params: {
    name: names.app
    suffix: suffix
    location: location
    tags: union(tags, { 'azd-service-name': 'functions' })
    zoneRedundant: zoneRedundant
    publicEntrance: publicEntrance
    subnetId: privateNetwork || !publicEntrance ? network!.outputs.appSubnetId : ''
    maximumInstances: maximumInstances
    instanceMemory: instanceMemory
    identityName: names.identity
    storageName: names.storage
    packages: storage.outputs.packages
    evidenceName: names.evidence
    serviceBusEndpoint: serviceBus.outputs.endpoint
    mailEndpoint: mail.outputs.endpoint
    mailSender: mail.outputs.sender
    tokenIssuer: tokenIssuer
    tokenAudience: tokenAudience
    tokenMetadata: tokenMetadata
    personClaim: personClaim
    firstAdministrator: firstAdministrator
    portalAddress: portalAddress
    signInAuthority: empty(signInAuthority) ? tokenIssuer : signInAuthority
    signInClientId: empty(signInClientId) ? tokenAudience : signInClientId
    stepUpContext: stepUpContext
    sessionKey: vault.outputs.key
    insightsName: names.insights
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
    storageName: names.storage
    evidenceName: names.evidence
    serviceBusName: names.serviceBus
    mailName: names.mail
    vaultName: names.vault
    functionAppName: names.app
  }
  dependsOn: [evidence, functionApp]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    address: alertAddress
    enabled: alertsEnabled
    workspaceId: monitoring.outputs.workspaceId
    storageId: storage.outputs.id
    serviceBusId: serviceBus.outputs.id
  }
  dependsOn: [diagnostics]
}

// Without an entrance from the internet nobody outside can ask.
module availability 'modules/availability.bicep' = if (publicEntrance || !empty(healthAddress)) {
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    insightsName: names.insights
    address: empty(healthAddress) ? functionApp.outputs.address : healthAddress
    every: healthEvery
    peopleId: alerts.outputs.peopleId
    enabled: alertsEnabled
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
  scope: group
  params: {
    name: 'budget-vks-${suffix}'
    amount: monthlyBudget
    start: empty(budgetStart) ? thisMonth : budgetStart
    address: alertAddress
  }
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
output FUNCTION_APP_NAME string = names.app

@description('Address of the app.')
output FUNCTION_APP_ADDRESS string = functionApp.outputs.address

@description('Who the app is in Entra: the subject of its tokens.')
output APP_IDENTITY string = identity.outputs.principalId

@description('Name of the account in which evidence lies, to lock its policy.')
output EVIDENCE_ACCOUNT string = names.evidence

@description('DNS records to publish before mailDomainVerified is set; empty without a domain of one’s own.')
output MAIL_DOMAIN_RECORDS object = mail.outputs.records

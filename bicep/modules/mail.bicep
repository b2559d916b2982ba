// Mail through Communication Services: from the domain that Azure gives, or from one's own once its DNS records stand.
@description('Name of the Communication Services resource.')
param name string

@description('End of the other resource’s name.')
param suffix string

@description('Tags of every resource.')
param tags object

@description('Where data is kept at rest.')
param dataLocation string

@description('Domain of one’s own; empty for none.')
param domain string

@description('The domain’s DNS records have been verified.')
param domainVerified bool

@description('The part of the sender’s address before the @, in a domain of one’s own.')
param sender string

var own = !empty(domain)
var sendFromOwn = own && domainVerified

resource emails 'Microsoft.Communication/emailServices@2025-05-01' = {
  name: 'email-vks-${suffix}'
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }
}

resource givenDomain 'Microsoft.Communication/emailServices/domains@2025-05-01' = {
  parent: emails
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: { domainManagement: 'AzureManaged', userEngagementTracking: 'Disabled' }
}

resource ownDomain 'Microsoft.Communication/emailServices/domains@2025-05-01' = if (own) {
  parent: emails
  name: own ? domain : 'none.invalid'
  location: 'global'
  tags: tags
  properties: { domainManagement: 'CustomerManaged', userEngagementTracking: 'Disabled' }
}

resource ownSender 'Microsoft.Communication/emailServices/domains/senderUsernames@2025-05-01' = if (sendFromOwn) {
  parent: ownDomain
  name: sender
  properties: { username: sender, displayName: 'Báo cáo định kỳ' }
}

resource service 'Microsoft.Communication/communicationServices@2025-05-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: [sendFromOwn ? ownDomain.id : givenDomain.id]
  }
}

@description('Where the app hands mails in.')
output endpoint string = 'https://${service.properties.hostName}'

@description('Address that mails come from.')
output sender string = sendFromOwn ? '${sender}@${domain}' : 'DoNotReply@${givenDomain.properties.mailFromSenderDomain}'

@description('DNS records that prove the domain is one’s own.')
output records object = own ? ownDomain!.properties.verificationRecords : {}

// Evidence: what was received and published, in an account of its own. The app adds to it and reads it; nobody owns it, and once
// the policy is locked nobody can change or delete what is in it.
@description('Name of the account: 3 to 24 letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Reachable over private endpoints only.')
param privateNetwork bool

@description('Three zones instead of one.')
param zoneRedundant bool

@description('A copy in the paired region, too.')
param geoRedundant bool

@description('For how many days nothing in “received” can be changed or deleted.')
param immutableDays int

@description('The policy has been locked by hand and is left alone.')
param immutabilityLocked bool

var near = zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
var far = zoneRedundant ? 'Standard_GZRS' : 'Standard_GRS'
var deletedDays = 30

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: geoRedundant ? far : near }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: privateNetwork ? 'Deny' : 'Allow', bypass: 'AzureServices' }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: deletedDays }
    containerDeleteRetentionPolicy: { enabled: true, days: deletedDays }
  }
}

resource received 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: 'received'
  properties: { publicAccess: 'None' }
}

resource immutable 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-01-01' = if (!immutabilityLocked) {
  parent: received
  name: 'default'
  properties: { immutabilityPeriodSinceCreationInDays: immutableDays, allowProtectedAppendWrites: false }
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'what-was-received-cools'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${received.name}/'] }
            actions: { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 180 } } }
          }
        }
      ]
    }
  }
}

@description('Resource id of the account.')
output id string = account.id

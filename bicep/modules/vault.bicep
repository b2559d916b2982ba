// One key, which protects the keys of the portal's sessions before they are stored. The vault holds no secret.
@description('Name of the vault: 3 to 24 letters, digits and dashes.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Reachable over private endpoints only.')
param privateNetwork bool

@description('For how many days a deleted vault can be recovered, and its name not be taken again.')
@minValue(7)
@maxValue(90)
param deletedDays int

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: deletedDays
    enablePurgeProtection: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: privateNetwork ? 'Deny' : 'Allow', bypass: 'AzureServices' }
  }
}

// Never made again: a deployment leaves a key that is there, and its versions, as they are.
resource sessions 'Microsoft.KeyVault/vaults/keys@2025-05-01' = {
  parent: vault
  name: 'sessions'
  tags: tags
  properties: {
    kty: 'RSA'
    keySize: 2048
    keyOps: ['wrapKey', 'unwrapKey']
    // No version ends: what an old one has wrapped is still unwrapped with it.
    rotationPolicy: { lifetimeActions: [{ trigger: { timeAfterCreate: 'P1Y' }, action: { type: 'rotate' } }] }
  }
}

@description('Resource id of the vault.')
output id string = vault.id

@description('Address of the key, without a version.')
output key string = 'https://${vault.name}${environment().suffixes.keyvaultDns}/keys/${sessions.name}'

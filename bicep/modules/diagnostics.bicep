// What each resource can tell of itself goes to the workspace.
@description('Resource id of the workspace.')
param workspaceId string

@description('Name of the storage account of the app’s state.')
param storageName string

@description('Name of the storage account of evidence.')
param evidenceName string

@description('Name of the Service Bus namespace.')
param serviceBusName string

@description('Name of the Communication Services resource.')
param mailName string

@description('Name of the key vault.')
param vaultName string

@description('Name of the function app.')
param functionAppName string

var everything = [{ categoryGroup: 'allLogs', enabled: true }]
var changes = [{ category: 'StorageWrite', enabled: true }, { category: 'StorageDelete', enabled: true }]
var metrics = [{ category: 'AllMetrics', enabled: true }]

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' existing = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-01-01' existing = {
  parent: account
  name: 'default'
}

resource evidence 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: evidenceName
}

resource evidenceBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' existing = {
  parent: evidence
  name: 'default'
}

resource bus 'Microsoft.ServiceBus/namespaces@2026-01-01' existing = {
  name: serviceBusName
}

resource service 'Microsoft.Communication/communicationServices@2025-05-01' existing = {
  name: mailName
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: functionAppName
}

// Only the preview knows groups of categories; the newest version without preview is of 2016.
#disable-diagnostics use-recent-api-versions

resource ofBlobs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: blobs
  properties: { workspaceId: workspaceId, logs: changes, metrics: [{ category: 'Transaction', enabled: true }] }
}

resource ofEvidence 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: evidenceBlobs
  properties: { workspaceId: workspaceId, logs: changes, metrics: [{ category: 'Transaction', enabled: true }] }
}

resource ofTables 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: tables
  properties: { workspaceId: workspaceId, metrics: [{ category: 'Transaction', enabled: true }] }
}

resource ofBus 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: bus
  properties: { workspaceId: workspaceId, logs: everything, metrics: metrics }
}

resource ofMail 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: service
  properties: { workspaceId: workspaceId, logs: everything }
}

resource ofVault 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: vault
  properties: { workspaceId: workspaceId, logs: everything, metrics: metrics }
}

resource ofApp 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: app
  properties: { workspaceId: workspaceId, logs: everything, metrics: metrics }
}

#restore-diagnostics use-recent-api-versions

// Private ways to what the app stands on: three services of its storage account, the blobs of evidence, the bus
// and the key vault.
@description('End of the resources’ names.')
param suffix string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Network in which names are asked.')
param networkId string

@description('Subnet in which the endpoints stand.')
param subnetId string

@description('Resource id of the storage account of the app’s state.')
param storageId string

@description('Resource id of the storage account of evidence.')
param evidenceId string

@description('Resource id of the Service Bus namespace.')
param serviceBusId string

@description('Resource id of the key vault.')
param vaultId string

var zones = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  namespace: 'privatelink.servicebus.windows.net'
  vault: 'privatelink.vaultcore.azure.net'
}

var targets = [
  { name: 'blob', id: storageId, part: 'blob' }
  { name: 'queue', id: storageId, part: 'queue' }
  { name: 'table', id: storageId, part: 'table' }
  { name: 'evidence', id: evidenceId, part: 'blob' }
  { name: 'namespace', id: serviceBusId, part: 'namespace' }
  { name: 'vault', id: vaultId, part: 'vault' }
]

module dns 'private-zone.bicep' = [
  for zone in items(zones): {
    name: 'zone-${zone.key}'
    params: { name: zone.value, tags: tags, networkId: networkId }
  }
]

module endpoints 'private-endpoint.bicep' = [
  for target in targets: {
    name: 'private-${target.name}'
    params: {
      name: 'pe-${target.name}-${suffix}'
      location: location
      tags: tags
      subnetId: subnetId
      targetId: target.id
      part: target.part
      zone: zones[target.part]
    }
    dependsOn: [dns]
  }
]

// Private ways to what the app stands on: the three services of the storage account, and the bus.
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

@description('Resource id of the storage account.')
param storageId string

@description('Resource id of the Service Bus namespace.')
param serviceBusId string

var targets = [
  { id: storageId, part: 'blob', zone: 'privatelink.blob.${environment().suffixes.storage}' }
  { id: storageId, part: 'queue', zone: 'privatelink.queue.${environment().suffixes.storage}' }
  { id: storageId, part: 'table', zone: 'privatelink.table.${environment().suffixes.storage}' }
  { id: serviceBusId, part: 'namespace', zone: 'privatelink.servicebus.windows.net' }
]

module endpoints 'private-endpoint.bicep' = [
  for target in targets: {
    name: 'private-${target.part}'
    params: {
      name: 'pe-${target.part}-${suffix}'
      location: location
      tags: tags
      networkId: networkId
      subnetId: subnetId
      targetId: target.id
      part: target.part
      zone: target.zone
    }
  }
]

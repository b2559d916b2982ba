// A DNS zone in which the network finds private endpoints of one kind.
@description('Name of the zone.')
param name string

@description('Tags of every resource.')
param tags object

@description('Network in which the zone is asked.')
param networkId string

resource dns 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: name
  location: 'global'
  tags: tags
}

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: dns
  name: 'network'
  location: 'global'
  tags: tags
  properties: { registrationEnabled: false, virtualNetwork: { id: networkId } }
}

// The app's private entrance, where it answers no request from the internet.
@description('End of the resources’ names.')
param suffix string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Network in which the app’s name is asked.')
param networkId string

@description('Subnet in which the endpoint stands.')
param subnetId string

@description('Resource id of the function app.')
param functionAppId string

var zone = 'privatelink.azurewebsites.net'

module dns 'private-zone.bicep' = {
  params: { name: zone, tags: tags, networkId: networkId }
}

module endpoint 'private-endpoint.bicep' = {
  params: {
    name: 'pe-sites-${suffix}'
    location: location
    tags: tags
    subnetId: subnetId
    targetId: functionAppId
    part: 'sites'
    zone: zone
  }
  dependsOn: [dns]
}

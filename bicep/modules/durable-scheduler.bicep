// The other backend of Durable Functions. The app needs one more package for it: see README.md.
@description('Name of the scheduler.')
param name string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Three instances instead of one.')
param zoneRedundant bool

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    // An empty list denies everyone. Who enters needs a token of the app's identity from any address.
    ipAllowlist: ['0.0.0.0/0']
    sku: zoneRedundant ? { name: 'Dedicated', capacity: 3 } : { name: 'Consumption' }
  }
}

// Named as host.json names it.
resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: 'VksServerless'
}

@description('Where the app reaches it.')
output endpoint string = scheduler.properties.endpoint

// Who the app is: everything that it may do is granted to this identity in roles.bicep.
@description('Name of the identity.')
param name string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id, to assign it to the app.')
output id string = identity.id

@description('By which the app asks for tokens.')
output clientId string = identity.properties.clientId

@description('To whom roles are assigned.')
output principalId string = identity.properties.principalId

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

@description('To whom roles are assigned.')
output principalId string = identity.properties.principalId

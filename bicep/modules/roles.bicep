// All that the app may do, each right on the narrowest resource that has what it is for.
@description('To whom: the app’s identity.')
param identityName string

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

@description('Name of the Application Insights component.')
param insightsName string

@description('Name of the Durable Task Scheduler; empty where Durable Functions uses storage.')
param schedulerName string

// Built-in roles, named as Azure names them.
var role = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  azureServiceBusDataSender: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
  azureServiceBusDataReceiver: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
  communicationAndEmailServiceOwner: '09976791-48a7-449e-bb21-39d1a415f350'
  keyVaultCryptoServiceEncryptionUser: 'e147488a-f6f5-4113-8e2d-b22465e65bf6'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  durableTaskDataContributor: '0ad04412-c4d5-4796-b79c-f76d14c8d402'
}

// The Functions host keeps its leases and Durable's hub here and makes their containers, queues and tables itself.
var onStorage = [role.storageBlobDataOwner, role.storageQueueDataContributor, role.storageTableDataContributor]
var followers = ['totals', 'notices', 'cycles', 'difficulties']

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName
}

resource evidence 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: evidenceName
}

resource bus 'Microsoft.ServiceBus/namespaces@2026-01-01' existing = {
  name: serviceBusName
}

resource topic 'Microsoft.ServiceBus/namespaces/topics@2026-01-01' existing = {
  parent: bus
  name: 'reporting'
}

resource subscriptions 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2026-01-01' existing = [
  for follower in followers: {
    parent: topic
    name: follower
  }
]

resource service 'Microsoft.Communication/communicationServices@2025-05-01' existing = {
  name: mailName
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource sessions 'Microsoft.KeyVault/vaults/keys@2025-05-01' existing = {
  parent: vault
  name: 'sessions'
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' existing = if (!empty(schedulerName)) {
  // Azure looks at the name of what is not made, too.
  name: empty(schedulerName) ? 'none' : schedulerName
}

resource keepsState 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for id in onStorage: {
    name: guid(account.id, identity.id, id)
    scope: account
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', id)
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

// No owner's right: who owns blobs may take an unlocked policy away.
resource addsEvidence 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(evidence.id, identity.id, role.storageBlobDataContributor)
  scope: evidence
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.storageBlobDataContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource sendsEvents 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(topic.id, identity.id, role.azureServiceBusDataSender)
  scope: topic
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.azureServiceBusDataSender)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource followsEvents 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (follower, place) in followers: {
    name: guid(topic.id, follower, identity.id, role.azureServiceBusDataReceiver)
    scope: subscriptions[place]
    properties: {
      roleDefinitionId: subscriptionResourceId(
        'Microsoft.Authorization/roleDefinitions',
        role.azureServiceBusDataReceiver
      )
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

// The only built-in role that may send; custom roles are reported not to be honoured by the service.
resource sendsMail 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(service.id, identity.id, role.communicationAndEmailServiceOwner)
  scope: service
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      role.communicationAndEmailServiceOwner
    )
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource protectsSessions 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(sessions.id, identity.id, role.keyVaultCryptoServiceEncryptionUser)
  scope: sessions
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      role.keyVaultCryptoServiceEncryptionUser
    )
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource tells 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identity.id, role.monitoringMetricsPublisher)
  scope: insights
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.monitoringMetricsPublisher)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource schedules 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(schedulerName)) {
  name: guid(scheduler.id, identity.id, role.durableTaskDataContributor)
  scope: scheduler
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.durableTaskDataContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

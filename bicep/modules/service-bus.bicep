// What follows from a change: one topic, one subscription for each follower. The subjects are those of
// shared/Application/Events/Subscriptions.cs; the check holds them against it.
@description('Name of the namespace.')
param name string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Reachable over private endpoints only.')
param privateNetwork bool

// Private endpoints need Premium, which is spread over zones by itself.
var tier = privateNetwork ? 'Premium' : 'Standard'

var subscriptions = [
  {
    name: 'totals'
    subjects: ['NodeChanged']
  }
  {
    name: 'notices'
    subjects: [
      'UnitObliged'
      'ReportPresented'
      'ReportSentBack'
      'ReportSubmitted'
      'ReportWithdrawn'
      'ReportReturned'
      'ReturnTakenBack'
      'ReportAccepted'
      'ReportInspected'
      'UnitExempted'
      'ExemptionRevoked'
      'AdjustmentsFallen'
      'DeadlineExtended'
      'ReminderDue'
      'ReportLaidBefore'
      'CycleCancelled'
      'CyclePublished'
      'MilestoneDue'
      'SectorReportRefused'
      'DifficultyRaised'
      'DifficultyAssigned'
      'DifficultyAnswered'
      'DifficultyClosed'
      'DifficultyReopened'
      'UnitsTakenOver'
    ]
  }
  {
    name: 'cycles'
    subjects: ['SectorTotalChanged', 'CycleChanged']
  }
  {
    name: 'difficulties'
    subjects: ['ReportAccepted']
  }
]

resource bus 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: tier, tier: tier, capacity: privateNetwork ? 1 : null }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    zoneRedundant: privateNetwork
  }
}

resource topic 'Microsoft.ServiceBus/namespaces/topics@2026-01-01' = {
  parent: bus
  name: 'reporting'
  properties: {
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'P7D'
    defaultMessageTimeToLive: 'P14D'
    supportOrdering: false
  }
}

@batchSize(1)
module followers 'service-bus-subscription.bicep' = [
  for follower in subscriptions: {
    name: 'subscription-${follower.name}'
    params: {
      busName: bus.name
      topicName: topic.name
      name: follower.name
      subjects: follower.subjects
    }
  }
]

@description('Resource id of the namespace.')
output id string = bus.id

@description('Host name of the namespace.')
output endpoint string = '${bus.name}.servicebus.windows.net'

// One follower: it takes its subjects and, under “again.<its name>”, what it has put off for later.
@description('Name of the namespace.')
param busName string

@description('Name of the topic.')
param topicName string

@description('Name of the subscription.')
param name string

@description('Subjects that it takes.')
@minLength(1)
param subjects string[]

resource bus 'Microsoft.ServiceBus/namespaces@2026-01-01' existing = {
  name: busName
}

resource topic 'Microsoft.ServiceBus/namespaces/topics@2026-01-01' existing = {
  parent: bus
  name: topicName
}

resource subscription 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2026-01-01' = {
  parent: topic
  name: name
  properties: {
    lockDuration: 'PT5M'
    maxDeliveryCount: 20
    deadLetteringOnMessageExpiration: true
    deadLetteringOnFilterEvaluationExceptions: true
    defaultMessageTimeToLive: 'P14D'
  }
}

// Azure gives a new subscription a rule “$Default” that takes everything. A rule of that name replaces it.
resource again 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2026-01-01' = {
  parent: subscription
  name: '$Default'
  properties: {
    filterType: 'CorrelationFilter'
    correlationFilter: { label: 'again.${name}' }
  }
}

@batchSize(1)
resource rules 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2026-01-01' = [
  for subject in subjects: {
    parent: subscription
    name: subject
    properties: {
      filterType: 'CorrelationFilter'
      correlationFilter: { label: subject }
    }
    dependsOn: [again]
  }
]

// Who is told, and of what: dead letters, messages that wait, throttling, failures, a stuck cycle, mails that do not arrive, a full log.
// What is seen from outside is in availability.bicep.
@description('End of the resources’ names.')
param suffix string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Mail address of who is told.')
param address string

@description('The rules look; otherwise they stand and wait. Who is told is told in any case.')
param enabled bool

@description('Resource id of the workspace.')
param workspaceId string

@description('Resource id of the storage account.')
param storageId string

@description('Resource id of the Service Bus namespace.')
param serviceBusId string

// Counted in the workspace every five minutes: more lines than `over` is an alert. Severity 1 needs somebody today.
var queries = [
  {
    name: 'requests-answered-5xx'
    says: 'Requests are answered with an error of the server.'
    severity: 1
    over: 5
    window: 'PT15M'
    query: 'AppRequests | where toint(ResultCode) between (500 .. 599)'
  }
  {
    name: 'functions-fail'
    says: 'Triggers, orchestrations or activities end with an exception.'
    severity: 2
    over: 20
    window: 'PT15M'
    query: 'AppExceptions'
  }
  {
    name: 'events-are-set-aside'
    says: 'An event could not be read or failed for a day and was set aside: somebody must look at its row (set-aside|SUBSCRIPTION).'
    severity: 1
    over: 0
    window: 'PT15M'
    query: 'union (AppTraces | project TimeGenerated, Message), (AppExceptions | project TimeGenerated, Message = tostring(Properties.OriginalFormat)) | where Message has "is set aside"'
  }
  {
    name: 'jobs-do-not-run'
    says: 'The jobs (EveryMinute) have not succeeded for a quarter of an hour: a cycle, an event or a mail may be stuck.'
    severity: 1
    over: 0
    window: 'PT15M'
    query: 'AppRequests | summarize Runs = countif(OperationName == "EveryMinute" and Success) | where Runs == 0 | extend TimeGenerated = now()'
  }
  {
    name: 'mails-do-not-arrive'
    says: 'Mails were refused, bounced or filtered.'
    severity: 2
    over: 0
    window: 'PT1H'
    query: 'ACSEmailStatusUpdateOperational | where DeliveryStatus in ("Failed", "Bounced", "Suppressed", "FilteredSpam", "Quarantined")'
  }
  {
    name: 'log-is-full'
    says: 'The log has taken what it takes in a day: until it takes more, no other alert on it tells anything.'
    severity: 1
    over: 0
    window: 'PT1H'
    query: '_LogOperation | where Category =~ "Ingestion" | where Detail contains "OverQuota"'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-vks-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'vks-alerts'
    emailReceivers: [{ name: 'operator', emailAddress: address, useCommonAlertSchema: true }]
  }
}

resource counted 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for alert in queries: {
    name: 'alert-${alert.name}-${suffix}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.name
      description: alert.says
      enabled: enabled
      severity: alert.severity
      evaluationFrequency: 'PT5M'
      windowSize: alert.window
      scopes: [workspaceId]
      autoMitigate: true
      // A table is made with its first line; until then the query would be refused.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: alert.over
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

resource deadLetters 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'alert-dead-letters-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    description: 'The bus gave messages up after 20 deliveries: somebody must look at them.'
    enabled: enabled
    severity: 1
    scopes: [serviceBusId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead letters'
          metricName: 'DeadletteredMessages'
          timeAggregation: 'Average'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource messagesWait 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'alert-messages-wait-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    description: 'For half an hour messages have waited without a pause: nothing takes them, or they come faster than they are taken.'
    enabled: enabled
    severity: 2
    scopes: [serviceBusId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'waiting'
          metricName: 'ActiveMessages'
          dimensions: [{ name: 'EntityName', operator: 'Include', values: ['reporting'] }]
          timeAggregation: 'Minimum'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource busThrottles 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'alert-bus-throttles-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Service Bus turns requests away.'
    enabled: enabled
    severity: 2
    scopes: [serviceBusId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'throttled'
          metricName: 'ThrottledRequests'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 50
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource storageThrottles 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'alert-storage-throttles-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Storage turns requests away.'
    enabled: enabled
    severity: 2
    scopes: [storageId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'throttled'
          metricName: 'Transactions'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 50
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: ['ServerBusyError', 'ClientThrottlingError', 'ClientAccountRequestThrottlingError']
            }
          ]
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

@description('Resource id of the action group: who is told.')
output peopleId string = people.id

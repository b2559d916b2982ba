// One page for the operator: requests, failures, cycles, mails, dead letters.
@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Resource id of the workspace that is asked.')
param workspaceId string

@description('Resource id of the Service Bus namespace, whose dead letters are a metric that no log holds.')
param serviceBusId string

resource page 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'vks-operations')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'VksServerless: operations'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: replace(loadTextContent('workbook.json'), 'SERVICE-BUS', serviceBusId)
  }
}

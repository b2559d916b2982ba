// One page for whoever runs the system: requests, failures, cycles, mails, dead letters.
@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Resource id of the workspace that is asked.')
param workspaceId string

resource page 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'vks-operations')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'VksServerless: operations'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: loadTextContent('workbook.json')
  }
}

// Asks from outside whether the app is well, from five places, and tells people where two of them hear otherwise.
@description('End of the resources’ names.')
param suffix string

@description('Azure region: that of Application Insights.')
param location string

@description('Tags of every resource.')
param tags object

@description('Name of the Application Insights component that keeps what is heard.')
param insightsName string

@description('Address of the app, without a path.')
param address string

@description('Seconds from one look to the next, from each place.')
@allowed([300, 900])
param every int

@description('Resource id of the action group.')
param peopleId string

@description('The test runs and its alert looks; otherwise they stand and wait.')
param enabled bool

// Two near the users, two elsewhere in the region, one far away: Singapore, Hong Kong, Japan, Australia, the Netherlands.
var places = ['apac-sg-sin-azr', 'apac-hk-hkn-azr', 'apac-jp-kaw-edge', 'emea-au-syd-edge', 'emea-nl-ams-azr']

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource test 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'health-vks-${suffix}'
  location: location
  // Application Insights shows only those tests that are linked to it by this tag.
  tags: union(tags, { 'hidden-link:${insights.id}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'health-vks-${suffix}'
    Name: 'health'
    Kind: 'standard'
    Enabled: enabled
    Frequency: every
    Timeout: 30
    RetryEnabled: true
    Locations: [for place in places: { Id: place }]
    Request: {
      RequestUrl: '${address}/api/health'
      HttpVerb: 'GET'
      FollowRedirects: false
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      IgnoreHttpStatusCode: false
      ContentValidation: { ContentMatch: '"status":"ok"', IgnoreCase: false, PassIfTextFound: true }
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 7
    }
  }
}

resource notWell 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'alert-not-well-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Seen from outside, the app is not well, or its certificate ends within a week: ask ${address}/api/health what fails.'
    enabled: enabled
    severity: 1
    scopes: [test.id, insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT${every / 60}M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: test.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: peopleId }]
  }
}

// Names: what is misspelt, declared twice, or used by nobody. The compiler and its linter find them; what stands in two files, a rule.
export default [
  { fault: 'a misspelt symbol', rule: 'BCP057', file: 'modules/storage.bicep', find: 'parent: account\n  name: \'default\'\n}', replace: 'parent: acount\n  name: \'default\'\n}', beside: ['modules/storage.bicep BCP240'] },
  { fault: 'a misspelt function', rule: 'BCP082', file: 'main.bicep', find: 'uniqueString(', replace: 'uniqeString(', beside: ['main.bicep BCP062'] },
  { fault: 'a function with too few arguments', rule: 'BCP071', file: 'main.bicep', find: 'toLower(environmentName)', replace: 'toLower()', beside: ['main.bicep BCP062'] },
  { fault: 'a misspelt decorator', rule: 'BCP082', file: 'modules/service-bus.bicep', find: '@batchSize(1)', replace: '@batchSise(1)' },
  { fault: 'a parameter that nobody uses', rule: 'no-unused-params', file: 'modules/identity.bicep', find: 'resource identity', replace: '@description(\'Whose.\')\nparam owner string = \'\'\n\nresource identity' },
  { fault: 'a variable that nobody uses', rule: 'no-unused-vars', file: 'modules/storage.bicep', find: 'var deletedDays = 30', replace: 'var deletedDays = 30\nvar keptDays = 30' },
  { fault: 'an existing resource that nobody uses', rule: 'no-unused-existing-resources', file: 'modules/budget.bicep', find: 'resource budget', replace: 'resource people \'Microsoft.Insights/actionGroups@2023-01-01\' existing = {\n  name: \'people\'\n}\n\nresource budget' },
  { fault: 'an output that nobody asks for', rule: 'unused', file: 'modules/budget.bicep', find: 'resource budget', replace: '@description(\'Who is told.\')\noutput told string = address\n\nresource budget' },
  { fault: 'a module that nobody deploys', rule: 'unused', file: 'main.bicep', find: 'module workbook \'modules/workbook.bicep\' = {\n  scope: group\n  params: {\n    location: location\n    tags: tags\n    workspaceId: monitoring.outputs.workspaceId\n    serviceBusId: serviceBus.outputs.id\n  }\n}\n', replace: '', at: 'modules/workbook.bicep' },
  { fault: 'a name declared twice', rule: 'BCP028', file: 'modules/storage.bicep', find: 'var deletedDays = 30', replace: 'var deletedDays = 30\nvar deletedDays = 60', beside: ['modules/storage.bicep no-unused-vars'] },
  { fault: 'a property given twice', rule: 'BCP025', file: 'modules/function-app.bicep', find: 'httpsOnly: true', replace: 'httpsOnly: true\n    httpsOnly: true' },
  { fault: 'a member that a resource does not have', rule: 'BCP053', file: 'modules/mail.bicep', find: 'service.properties.hostName', replace: 'service.properties.host' },
  { fault: 'an unknown type', rule: 'BCP302', file: 'modules/service-bus-subscription.bicep', find: 'param subjects string[]', replace: 'param subjects subject[]', beside: ['modules/service-bus-subscription.bicep BCP062'] },
  { fault: 'an unclosed string', rule: 'BCP004', file: 'modules/budget.bicep', find: 'category: \'Cost\'', replace: 'category: \'Cost' },
  { fault: 'a nested resource', rule: 'BCP156', file: 'modules/workbook.bicep', find: 'name: guid(', replace: 'resource inner \'Microsoft.Insights/workbooks@2023-06-01\' = { name: \'x\' }\n  name: guid(' },
  { fault: 'a parameter that does not say what it is', rule: 'use-description-params', file: 'modules/budget.bicep', find: '@description(\'Monthly amount in the subscription’s currency.\')\n', replace: '' },
];

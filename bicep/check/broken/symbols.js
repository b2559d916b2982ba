// Names: what is misspelt, declared twice, or used by nobody.
export default [
  { fault: 'a misspelt symbol', rule: 'unknown-symbol', file: 'modules/storage.bicep', find: 'parent: account\n  name: \'default\'\n}', replace: 'parent: acount\n  name: \'default\'\n}' },
  { fault: 'a misspelt function', rule: 'unknown-function', file: 'main.bicep', find: 'uniqueString(', replace: 'uniqeString(' },
  { fault: 'a function with too few arguments', rule: 'unknown-function', file: 'main.bicep', find: 'toLower(environmentName)', replace: 'toLower()' },
  { fault: 'a misspelt decorator', rule: 'unknown-function', file: 'modules/service-bus.bicep', find: '@batchSize(1)', replace: '@batchSise(1)' },
  { fault: 'a parameter that nobody uses', rule: 'unused', file: 'modules/identity.bicep', find: 'resource identity', replace: '@description(\'Whose.\')\nparam owner string = \'\'\n\nresource identity' },
  { fault: 'a variable that nobody uses', rule: 'unused', file: 'modules/storage.bicep', find: 'var deletedDays = 30', replace: 'var deletedDays = 30\nvar keptDays = 30' },
  { fault: 'an existing resource that nobody uses', rule: 'unused', file: 'modules/budget.bicep', find: 'resource budget', replace: 'resource people \'Microsoft.Insights/actionGroups@2023-01-01\' existing = {\n  name: \'people\'\n}\n\nresource budget' },
  { fault: 'an output that nobody asks for', rule: 'unused', file: 'modules/budget.bicep', find: 'resource budget', replace: 'output told string = address\n\nresource budget' },
  { fault: 'a name declared twice', rule: 'given-twice', file: 'modules/storage.bicep', find: 'var deletedDays = 30', replace: 'var deletedDays = 30\nvar deletedDays = 60' },
  { fault: 'a property given twice', rule: 'given-twice', file: 'modules/function-app.bicep', find: 'httpsOnly: true', replace: 'httpsOnly: true\n    httpsOnly: true' },
  { fault: 'a member that a resource does not have', rule: 'unknown-member', file: 'modules/mail.bicep', find: 'service.properties.hostName', replace: 'service.properties.host' },
  { fault: 'an unknown type', rule: 'unknown-symbol', file: 'modules/service-bus-subscription.bicep', find: 'param subjects string[]', replace: 'param subjects subject[]' },
  { fault: 'an unclosed string', rule: 'syntax', file: 'modules/budget.bicep', find: 'category: \'Cost\'', replace: 'category: \'Cost' },
  { fault: 'a nested resource', rule: 'syntax', file: 'modules/workbook.bicep', find: 'name: guid(', replace: 'resource inner \'Microsoft.Insights/workbooks@2023-06-01\' = { name: \'x\' }\n  name: guid(' },
  { fault: 'a parameter that does not say what it is', rule: 'undescribed', file: 'modules/budget.bicep', find: '@description(\'Monthly amount in the subscription’s currency.\')\n', replace: '' },
];

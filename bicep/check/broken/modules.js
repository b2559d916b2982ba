// Modules and parameter files: what is asked for and not there, or given and not asked for.
export default [
  { fault: 'an unknown output', rule: 'unknown-output', file: 'main.bicep', find: 'mailName: mail.outputs.name\n    functionAppName', replace: 'mailName: mail.outputs.nam\n    functionAppName' },
  { fault: 'a path to no file', rule: 'module-path', file: 'modules/entrance.bicep', find: '\'private-endpoint.bicep\'', replace: '\'private-endpont.bicep\'' },
  { fault: 'a text of no file', rule: 'module-path', file: 'modules/workbook.bicep', find: '\'workbook.json\'', replace: '\'notebook.json\'' },
  { fault: 'an unknown parameter', rule: 'unknown-parameter', file: 'main.bicep', find: 'name: \'id-vks-${suffix}\',', replace: 'name: \'id-vks-${suffix}\', kind: \'user\',' },
  { fault: 'a missing parameter', rule: 'missing-parameter', file: 'main.bicep', find: 'params: { name: \'id-vks-${suffix}\', location: location, tags: tags }', replace: 'params: { name: \'id-vks-${suffix}\', tags: tags }' },
  { fault: 'a parameter of the wrong type', rule: 'wrong-type', file: 'main.bicep', find: 'zoneRedundant: zoneRedundant\n    immutableDays', replace: 'zoneRedundant: \'yes\'\n    immutableDays' },
  { fault: 'an output given as what it is not', rule: 'wrong-type', file: 'main.bicep', find: 'output FUNCTION_APP_NAME string', replace: 'output FUNCTION_APP_NAME int' },
  { fault: 'a list of too little', rule: 'wrong-value', file: 'modules/service-bus.bicep', find: 'subjects: follower.subjects', replace: 'subjects: []' },
  { fault: 'a module without its scope', rule: 'missing-property', file: 'main.bicep', find: '\'modules/identity.bicep\' = {\n  scope: group\n', replace: '\'modules/identity.bicep\' = {\n' },
  { fault: 'a parameter file with an unknown parameter', rule: 'unknown-parameter', file: 'dev.bicepparam', find: 'param logDays = 30', replace: 'param logDays = 30\nparam logWeeks = 4' },
  { fault: 'a parameter file that lacks a parameter', rule: 'missing-parameter', file: 'prod.bicepparam', find: 'param monthlyBudget = 1500\n', replace: '' },
  { fault: 'a parameter file with a text for a number', rule: 'wrong-type', file: 'dev.bicepparam', find: 'param monthlyBudget = 100', replace: 'param monthlyBudget = \'100\'' },
  { fault: 'a parameter file with a value that is not allowed', rule: 'wrong-value', file: 'prod.bicepparam', find: 'param logDays = 365', replace: 'param logDays = 3650' },
  { fault: 'a parameter file for no template', rule: 'module-path', file: 'dev.bicepparam', find: '\'./main.bicep\'', replace: '\'./mane.bicep\'', line: 1 },
];

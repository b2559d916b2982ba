// Secrets, roles, keys, networks: what would be open.
const role = '  properties: {\n    roleDefinitionId: subscriptionResourceId(\'Microsoft.Authorization/roleDefinitions\', role.monitoringMetricsPublisher)\n    principalId: principalId\n';

export default [
  { fault: 'a secret in an output', rule: 'secret', file: 'main.bicep', find: 'var tags =', replace: '@secure()\n@description(\'Of the issuer.\')\nparam issuerSeal string = \'\'\noutput seal string = issuerSeal\n\nvar tags =' },
  { fault: 'a password in the open', rule: 'secret', file: 'main.bicep', find: 'var tags = { \'azd-env-name\': environmentName, system: \'vks-serverless\' }', replace: '@description(\'Of the mailbox.\')\nparam mailPassword string = \'\'\n\nvar tags = { \'azd-env-name\': environmentName, system: mailPassword }' },
  { fault: 'a key in a setting', rule: 'secret', file: 'modules/function-app.bicep', find: 'Mail__Endpoint: mailEndpoint', replace: 'Mail__Endpoint: \'${mailEndpoint};${account.listKeys().keys[0].value}\'' },
  { fault: 'a key written down', rule: 'secret', file: 'modules/function-app.bicep', find: 'AZURE_TOKEN_CREDENTIALS: \'ManagedIdentityCredential\'', replace: 'AZURE_TOKEN_CREDENTIALS: \'AccountName=a;AccountKey=${identityClientId}\'' },
  { fault: 'a connection string in an output', rule: 'secret', file: 'modules/function-app.bicep', find: 'output address string = \'https://${app.properties.defaultHostName}\'', replace: 'output address string = insights.properties.ConnectionString' },
  { fault: 'a role that does not exist', rule: 'role-id', file: 'modules/roles.bicep', find: '3913510d-42f4-4e42-8a64-420c390055eb', replace: '3913510d-42f4-4e42-8a64-420c390055ec', also: [['modules/roles.bicep', role, role.replace('role.monitoringMetricsPublisher', '\'3913510d-42f4-4e42-8a64-420c390055eb\'')]] },
  { fault: 'another role’s id', rule: 'role-id', file: 'modules/roles.bicep', find: 'storageQueueDataContributor: \'974c5e8b-45b9-4653-ba55-5f855dd0fb88\'', replace: 'storageQueueContributor: \'974c5e8b-45b9-4653-ba55-5f855dd0fb88\'', also: [['modules/roles.bicep', 'role.storageQueueDataContributor', 'role.storageQueueContributor']] },
  { fault: 'the owner of everything', rule: 'role-too-broad', file: 'modules/roles.bicep', find: 'var followers =', replace: 'var broad = { owner: \'8e3af657-a8ff-443c-a75c-2fe8c4bcb635\' }\nvar followers =', also: [['modules/roles.bicep', 'guid(insights.id, ', 'guid(insights.id, broad.owner, ']] },
  { fault: 'a role for the whole resource group', rule: 'role-too-broad', file: 'modules/roles.bicep', find: '  scope: insights\n', replace: '' },
  { fault: 'a missing role', rule: 'missing-role', file: 'modules/roles.bicep', find: '  scope: service\n', replace: '  scope: insights\n', at: 'modules/mail.bicep' },
  { fault: 'a role that is missing with the scheduler only', rule: 'missing-role', file: 'modules/roles.bicep', find: '  scope: scheduler\n', replace: '  scope: insights\n', at: 'modules/durable-scheduler.bicep' },
  { fault: 'a role for an identity of no type', rule: 'principal-type', file: 'modules/roles.bicep', find: `${role}    principalType: 'ServicePrincipal'\n`, replace: role },
  { fault: 'shared keys of storage', rule: 'local-auth', file: 'modules/storage.bicep', find: 'allowSharedKeyAccess: false', replace: 'allowSharedKeyAccess: true' },
  { fault: 'keys of the bus', rule: 'local-auth', file: 'modules/service-bus.bicep', find: '    disableLocalAuth: true\n', replace: '' },
  { fault: 'passwords to deploy with', rule: 'local-auth', file: 'modules/function-app.bicep', find: 'name: \'scm\'\n  properties: { allow: false }', replace: 'name: \'scm\'\n  properties: { allow: true }' },
  { fault: 'old TLS', rule: 'tls', file: 'modules/storage.bicep', find: '\'TLS1_2\'', replace: '\'TLS1_0\'' },
  { fault: 'an app that answers without TLS', rule: 'tls', file: 'modules/function-app.bicep', find: 'httpsOnly: true', replace: 'httpsOnly: false' },
  { fault: 'a container that everyone may read', rule: 'open-data', file: 'modules/storage.bicep', find: 'name: \'files\'\n  properties: { publicAccess: \'None\' }', replace: 'name: \'files\'\n  properties: { publicAccess: \'Blob\' }' },
  { fault: 'a bus that answers the internet in a private network', rule: 'public-network', file: 'modules/service-bus.bicep', find: 'publicNetworkAccess: privateNetwork ? \'Disabled\' : \'Enabled\'', replace: 'publicNetworkAccess: \'Enabled\'' },
  { fault: 'an app that answers the internet where it must not', rule: 'public-network', file: 'modules/function-app.bicep', find: 'publicEntrance ? \'Enabled\' : \'Disabled\'', replace: 'publicEntrance ? \'Enabled\' : \'Enabled\'' },
  { fault: 'a private service that nothing leads to', rule: 'private-endpoint', file: 'modules/private-endpoints.bicep', find: '  { id: storageId, part: \'queue\', zone: \'privatelink.queue.${environment().suffixes.storage}\' }\n', replace: '', at: 'modules/storage.bicep' },
  { fault: 'a bus that cannot have a private endpoint', rule: 'private-endpoint', file: 'modules/service-bus.bicep', find: '\'Premium\' : \'Standard\'', replace: '\'Standard\' : \'Standard\'' },
  { fault: 'an app outside the private network', rule: 'private-endpoint', file: 'modules/function-app.bicep', find: 'empty(subnetId) ? null : subnetId', replace: 'empty(subnetId) ? subnetId : null' },
];

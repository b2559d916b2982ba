// Everything that can fail tells the workspace of it; every alert tells somebody, once the app has been deployed.
const telling = ['Microsoft.ServiceBus/namespaces', 'Microsoft.Communication/communicationServices', 'Microsoft.Web/sites', 'Microsoft.KeyVault/vaults',
  'Microsoft.Storage/storageAccounts/blobServices', 'Microsoft.Storage/storageAccounts/tableServices'];
const groupsOf = {
  'Microsoft.Insights/metricAlerts': ({ actions }) => actions,
  'Microsoft.Insights/scheduledQueryRules': ({ actions }) => actions?.actionGroups,
};

export function holdWatching({ planned, parameters }, findings) {
  const told = new Set(planned.filter(({ type }) => type === 'Microsoft.Insights/diagnosticSettings').map(({ scope }) => scope?.id));
  for (const { type, id, body, file, line } of planned) {
    const add = (message, mend) => findings.add(file, line, 'unwatched', message, mend);
    if (telling.includes(type) && !told.has(id)) add(`${type} tells the workspace nothing.`, 'Give it diagnosticSettings.');
    if (groupsOf[type] && !groupsOf[type](body.properties)?.length) add('The alert tells nobody.', 'Name the action group in its actions.');
    if (groupsOf[type] && body.properties.enabled !== parameters.alertsEnabled) {
      add('The alert does not wait for the first deployment, or never begins.', 'Let it hang on alertsEnabled.');
    }
    if (type.endsWith('/workbooks') && !isJson(body.properties.serializedData)) add('The workbook cannot be read.', 'Correct its JSON.');
  }
}

function isJson(text) {
  try {
    return Boolean(JSON.parse(text));
  } catch {
    return false;
  }
}

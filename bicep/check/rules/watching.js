// Everything that can fail tells the workspace of it, and every alert tells somebody.
const telling = ['Microsoft.ServiceBus/namespaces', 'Microsoft.Communication/communicationServices', 'Microsoft.Web/sites',
  'Microsoft.Storage/storageAccounts/blobServices', 'Microsoft.Storage/storageAccounts/tableServices'];

export function holdWatching({ planned, parameters }, findings) {
  const told = new Set(planned.filter(({ type }) => type === 'Microsoft.Insights/diagnosticSettings').map(({ scope }) => scope?.id));
  for (const { type, id, file, line } of planned) {
    if (telling.includes(type) && !told.has(id)) findings.add(file, line, 'unwatched', `${type} tells the workspace nothing.`, 'Give it diagnosticSettings in modules/diagnostics.bicep.');
  }
  for (const { body, file, line } of planned.filter(({ type }) => type === 'Microsoft.Insights/workbooks')) {
    try {
      JSON.parse(body.properties.serializedData);
    } catch (fault) {
      findings.add(file, line, 'unwatched', `The workbook cannot be read: ${fault.message}.`, 'Correct its JSON.');
    }
  }
  for (const { type, body, file, line } of planned) {
    const actions = { 'Microsoft.Insights/metricAlerts': body.properties?.actions, 'Microsoft.Insights/scheduledQueryRules': body.properties?.actions?.actionGroups };
    if (type in actions && body.properties.enabled !== (parameters.alertsEnabled === true)) findings.add(file, line, 'unwatched', 'The alert does not wait for the first deployment, or never begins.', 'Let it hang on alertsEnabled.');
    if (type in actions && !actions[type]?.length) findings.add(file, line, 'unwatched', 'The alert tells nobody.', 'Name the action group in its actions.');
  }
}

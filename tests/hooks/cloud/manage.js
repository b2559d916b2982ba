// Azure Resource Manager as far as the hooks ask it.
import { refused } from './failure.js';

export function manage(method, url, body, _, cloud) {
  const path = url.pathname;
  if (path.endsWith('/providers/Microsoft.Authorization/permissions')) return { value: cloud.permissions };
  if (path.endsWith('/providers/Microsoft.Consumption/budgets')) return { value: cloud.budgets };
  if (!/^\d{4}-\d\d-\d\d$/.test(url.searchParams.get('api-version'))) throw refused('Bad Request', 'MissingApiVersionParameter', 'The api-version query parameter is required.');
  if (path.endsWith('/providers/Microsoft.Web/sites')) return { value: cloud.sites };
  if (path.endsWith('/providers/Microsoft.ManagedIdentity/userAssignedIdentities')) return { value: cloud.identities };
  if (path.endsWith('/providers/Microsoft.Storage/storageAccounts')) return { value: cloud.accounts };
  const account = cloud.accounts.find(({ id }) => path.startsWith(`${id}/blobServices/default/containers`));
  if (account) return container(account, path);
  const [, kind, name] = /\/providers\/Microsoft\.Insights\/(scheduledQueryRules|metricAlerts|webtests)(?:\/([\w-]+))?$/.exec(path) ?? [];
  if (!kind) throw refused('Not Found', 'InvalidResourceType', `The resource type of ${path} could not be found.`);
  if (!name) return { value: cloud.alerts[kind] };
  const alert = cloud.alerts[kind].find(each => each.name === name);
  if (!alert) throw refused('Not Found', 'ResourceNotFound', `${name} was not found.`);
  if (method === 'GET') return alert;
  if (kind === 'webtests') {
    if (method === 'PATCH') throw refused('Bad Request', 'InvalidRequest', 'Only tags can be updated.');
    if (!body.kind || !body.location || !body.properties.Request) throw refused('Bad Request', 'InvalidRequest', 'The test is not whole.');
    return Object.assign(alert, body);
  }
  Object.assign(alert.properties, body.properties);
  return alert;
}

/** The list says of a container whether it has a policy; which one, only the container itself. */
function container({ received }, path) {
  if (!path.endsWith('/received')) return { value: received ? [{ name: 'received', properties: { hasImmutabilityPolicy: Boolean(received.state) } }] : [] };
  return { name: 'received', properties: { immutabilityPolicy: { properties: { state: received.state } } } };
}

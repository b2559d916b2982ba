// Where the parameters say private, nothing answers the internet and every part that is there is reached over a private endpoint;
// where they say zones, what can be spread is.
const behind = {
  'Microsoft.Storage/storageAccounts': { when: 'privateNetwork', parts: ['blob', 'queue', 'table'], onlyHost: ['queue', 'table'] },
  'Microsoft.ServiceBus/namespaces': { when: 'privateNetwork', parts: ['namespace'] },
  'Microsoft.KeyVault/vaults': { when: 'privateNetwork', parts: ['vault'] },
  'Microsoft.Web/sites': { when: 'privateEntrance', parts: ['sites'] },
};

export function holdNetwork({ planned, parameters }, findings) {
  const wishes = { privateNetwork: parameters.privateNetwork === true, privateEntrance: parameters.publicEntrance === false };
  const connections = planned.filter(({ type }) => type === 'Microsoft.Network/privateEndpoints')
    .flatMap(({ body }) => body.properties.privateLinkServiceConnections ?? []);
  const reached = new Set(connections.map(({ properties }) => `${properties.privateLinkServiceId} ${properties.groupIds}`));
  for (const { type, id, body, file, line } of planned) {
    const add = (rule, message, mend) => findings.add(file, line, rule, message, mend);
    const { when, parts, onlyHost = [] } = behind[type] ?? {};
    if (wishes[when] && body.properties.publicNetworkAccess !== 'Disabled') {
      const message = `${type} answers the internet where a private network is asked for.`;
      add('public-network', message, 'Set publicNetworkAccess to ‘Disabled’ there.');
    }
    const used = parts?.filter(part => hasTables(planned, id) || !onlyHost.includes(part));
    for (const part of wishes[when] ? used.filter(each => !reached.has(`${id} ${each}`)) : []) {
      add('private-endpoint', `Nothing leads to ${part} of ${type} once it is private.`, 'Add it to modules/private-endpoints.bicep.');
    }
    if (wishes.privateNetwork && type === 'Microsoft.ServiceBus/namespaces' && body.sku?.name !== 'Premium') {
      add('private-endpoint', 'Service Bus has private endpoints in Premium only.', 'Set sku.name and sku.tier to ‘Premium’.');
    }
    if (wishes.privateNetwork && type === 'Microsoft.Web/sites' && !body.properties.virtualNetworkSubnetId) {
      add('private-endpoint', 'The app cannot reach what is private.', 'Give it virtualNetworkSubnetId.');
    }
  }
}

/** The Functions host has its queues and tables in the account that has the app’s. */
function hasTables(planned, account) {
  return planned.some(({ type, parent }) => type.endsWith('/tableServices') && parent?.id === account);
}

export function holdZones({ planned, parameters }, findings) {
  if (!parameters.zoneRedundant) return;
  const add = ({ file, line }, what) => {
    const message = `${what} does not survive the loss of a zone, which zoneRedundant asks for.`;
    findings.add(file, line, 'zones', message, 'Let it hang on zoneRedundant.');
  };
  for (const resource of planned) {
    if (resource.type === 'Microsoft.Storage/storageAccounts' && !/ZRS$/.test(resource.body.sku.name)) add(resource, 'The storage account');
    if (resource.type === 'Microsoft.Web/serverfarms' && resource.body.properties?.zoneRedundant !== true) add(resource, 'The plan');
  }
}

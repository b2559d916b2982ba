// Where the parameters say private, nothing answers the internet and everything is reached over a private endpoint;
// where they say zones, what can be spread is.
const behind = {
  'Microsoft.Storage/storageAccounts': { when: 'privateNetwork', parts: ['blob', 'queue', 'table'] },
  'Microsoft.ServiceBus/namespaces': { when: 'privateNetwork', parts: ['namespace'] },
  'Microsoft.Web/sites': { when: 'privateEntrance', parts: ['sites'] },
};

export function holdNetwork({ planned, parameters }, findings) {
  const wishes = { privateNetwork: parameters.privateNetwork === true, privateEntrance: parameters.publicEntrance === false };
  const reached = new Set(planned.filter(({ type }) => type === 'Microsoft.Network/privateEndpoints')
    .flatMap(({ body }) => (body.properties.privateLinkServiceConnections ?? []).map(({ properties }) => `${properties.privateLinkServiceId} ${properties.groupIds}`)));
  for (const { type, id, body, file, line } of planned) {
    const { when, parts } = behind[type] ?? {};
    if (!wishes[when]) continue;
    if (body.properties.publicNetworkAccess !== 'Disabled') findings.add(file, line, 'public-network', `${type} answers the internet where a private network is asked for.`, 'Set publicNetworkAccess to ‘Disabled’ there.');
    const used = planned.some(other => other.type.endsWith('/tableServices') && other.parent?.id === id) ? parts : parts.filter(part => !/queue|table/.test(part));
    for (const part of used) {
      if (!reached.has(`${id} ${part}`)) findings.add(file, line, 'private-endpoint', `Nothing leads to ${part} of ${type} once it is private.`, 'Add it to modules/private-endpoints.bicep.');
    }
  }
  for (const { type, body, file, line } of wishes.privateNetwork ? planned : []) {
    if (type === 'Microsoft.ServiceBus/namespaces' && body.sku?.name !== 'Premium') findings.add(file, line, 'private-endpoint', 'Service Bus has private endpoints in Premium only.', 'Set sku.name and sku.tier to ‘Premium’.');
    if (type === 'Microsoft.Web/sites' && !body.properties.virtualNetworkSubnetId) findings.add(file, line, 'private-endpoint', 'The app cannot reach what is private.', 'Give it virtualNetworkSubnetId.');
  }
}

export function holdZones({ planned, parameters }, findings) {
  if (!parameters.zoneRedundant) return;
  const add = ({ file, line }, what) => findings.add(file, line, 'zones', `${what} does not survive the loss of a zone, which zoneRedundant asks for.`, 'Let it hang on zoneRedundant.');
  for (const resource of planned) {
    if (resource.type === 'Microsoft.Storage/storageAccounts' && !/ZRS$/.test(resource.body.sku.name)) add(resource, 'The storage account');
    if (resource.type === 'Microsoft.Web/serverfarms' && resource.body.properties?.zoneRedundant !== true) add(resource, 'The plan');
  }
}

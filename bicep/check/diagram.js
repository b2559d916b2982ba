// Draws what is provisioned, from the templates as they are played with the parameters of prod; dashed is what dev lacks.
export function drawing({ planned }, dev) {
  const quiet = /roleAssignments|diagnosticSettings|resourceGroups|metricAlerts|scheduledQueryRules|budgets|virtualNetworkLinks$/;
  const nodes = planned.filter(({ type, parent }) => !parent && !quiet.test(type));
  const ids = new Map(nodes.map((node, place) => [node.id, `n${place}`]));
  const inDev = new Set(dev.planned.map(({ type, file, symbol }) => `${type} ${file} ${symbol}`));
  const app = nodes.find(({ type }) => type === 'Microsoft.Web/sites');
  const workspace = nodes.find(({ type }) => type.endsWith('/workspaces'));
  const lines = ['```mermaid', 'flowchart LR'];
  for (const [file, members] of grouped(nodes)) {
    const title = file.replace(/^modules\/|\.bicep$/g, '');
    lines.push(`  subgraph ${title.replace(/\W/g, '_')}_ [${title}]`);
    for (const node of members) lines.push(`    ${ids.get(node.id)}["${label(node, planned)}"]${inDev.has(`${node.type} ${node.file} ${node.symbol}`) ? '' : ':::prod'}`);
    lines.push('  end');
  }
  const grants = new Map();
  for (const { body } of planned.filter(({ type }) => type.endsWith('/roleAssignments'))) {
    const target = root(body.scope);
    grants.set(target.id, (grants.get(target.id) ?? new Set()).add(body.scope.type.split('/').at(-1)));
  }
  for (const [id, scopes] of grants) lines.push(`  ${ids.get(app.id)} -->|role on ${[...scopes].join(', ')}| ${ids.get(id)}`);
  const told = new Set(planned.filter(({ type }) => type.endsWith('/diagnosticSettings')).map(({ body }) => root(body.scope).id));
  for (const id of told) lines.push(`  ${ids.get(id)} -.-> ${ids.get(workspace.id)}`);
  for (const { id, body } of nodes.filter(({ type }) => type.endsWith('/privateEndpoints'))) {
    lines.push(`  ${ids.get(id)} ==> ${ids.get(body.properties.privateLinkServiceConnections[0].properties.privateLinkServiceId)}`);
  }
  for (const { body } of nodes.filter(({ type }) => type.endsWith('/actionGroups'))) {
    const alerts = planned.filter(({ type }) => /metricAlerts|scheduledQueryRules/.test(type)).length;
    lines.push(`  ${ids.get(workspace.id)} -->|${alerts} alerts| ${ids.get(nodes.find(node => node.body === body).id)}`);
  }
  return [...lines, '  classDef prod stroke-dasharray: 4 4', '```'].join('\n');
}

function label({ name, type, id }, planned) {
  const children = planned.filter(child => child.parent && root(child).id === id && !/rules|Policies|config|default|DnsZoneGroups|Links/.test(`${child.type.split('/').at(-1)} ${child.name}`));
  const lists = [...grouped(children, child => child.type.split('/').at(-1))].map(([kind, each]) => `${kind}: ${each.map(child => child.name).join(', ')}`);
  return [`<b>${type.replace('Microsoft.', '').replaceAll('/', ' ')}</b>`, name.replace(/-?(prod-?)?[0-9a-f]{6}\b|prod[0-9a-f]{6}$/, '').replace(/^[0-9a-f-]{20,}$/, 'page'), ...lists].join('<br/>');
}

function root(resource) {
  return resource.parent ? root(resource.parent) : resource;
}

function grouped(list, key = ({ file }) => file) {
  const groups = new Map();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

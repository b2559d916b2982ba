// Draws what is provisioned, from the snapshot of prod; dashed is what dev lacks.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { known } = JSON.parse(readFileSync(join(import.meta.dirname, 'data/roles.json'), 'utf8'));
// Drawn as arrows, counted, or left out.
const quiet = /roleAssignments|diagnosticSettings|resourceGroups|metricAlerts|scheduledQueryRules|budgets|privateDnsZones$/;

export function drawing({ planned }, dev) {
  const nodes = planned.filter(({ type }) => type.split('/').length === 2 && !quiet.test(type));
  const names = new Map(nodes.map((node, place) => [node.id, `n${place}`]));
  const same = ({ type, name }) => `${type} ${plain(name)}`;
  const inDev = new Set(dev.planned.map(same));
  const lines = ['```mermaid', 'flowchart LR'];
  for (const [file, members] of grouped(nodes, node => node.file)) {
    const title = file.replace(/^modules\/|\.bicep$/g, '');
    lines.push(`  subgraph ${title.replace(/\W/g, '_')}_ [${title}]`);
    for (const node of members) {
      const style = inDev.has(same(node)) ? '' : ':::prod';
      lines.push(`    ${names.get(node.id)}["${label(node, planned)}"]${style}`);
    }
    lines.push('  end');
  }
  const arrows = [...grants(planned, nodes), ...told(planned, nodes), ...references(planned, nodes)];
  for (const [from, arrow, to] of arrows) lines.push(`  ${names.get(from)} ${arrow} ${names.get(to)}`);
  return [...lines, '  classDef prod stroke-dasharray: 4 4', '```'].join('\n');
}

function grants(planned, nodes) {
  const app = nodes.find(({ type }) => type === 'Microsoft.Web/sites').id;
  const assigned = planned.filter(({ type }) => type.endsWith('/roleAssignments'));
  return [...grouped(assigned, ({ scope }) => root(scope).id)].map(([to, roles]) => {
    const held = new Set(roles.map(({ body }) => `${known[body.properties.roleDefinitionId.split('/').at(-1)]}`));
    return [app, `-->|"${[...held].join('<br/>')}"|`, to];
  });
}

function told(planned, nodes) {
  const workspace = nodes.find(({ type }) => type.endsWith('/workspaces')).id;
  const people = nodes.find(({ type }) => type.endsWith('/actionGroups')).id;
  const tellers = new Set(planned.filter(({ type }) => type.endsWith('/diagnosticSettings')).map(({ scope }) => root(scope).id));
  const alerts = planned.filter(({ type }) => /metricAlerts|scheduledQueryRules/.test(type)).length;
  return [...[...tellers].map(from => [from, '-.->', workspace]), [workspace, `-->|"${alerts} alerts"|`, people]];
}

/** From each resource to those whose id, or a part's, stands in its properties. */
function references(planned, nodes) {
  return nodes.flatMap(({ id, type, body }) => {
    const text = JSON.stringify({ ...body, id: undefined });
    const names = other => text.includes(`"${other.id}"`) || text.includes(`"${other.id}/`);
    const named = planned.filter(other => !quiet.test(other.type) && names(other)).map(root);
    const arrow = other => type.endsWith('/privateEndpoints') && !other.type.endsWith('/virtualNetworks') ? '==>' : '---';
    return [...new Set(named)].filter(other => other.id !== id).map(other => [id, arrow(other), other.id]);
  });
}

function label({ name, type, id, body }, planned) {
  const dull = child => /rules|Policies|config|default|DnsZoneGroups|Links/.test(`${child.type.split('/').at(-1)} ${child.name}`);
  const children = planned.filter(child => child.parent && root(child).id === id && !dull(child));
  const lists = [...grouped(children, child => child.type.split('/').at(-1)), ['subnets', body.properties?.subnets ?? []]]
    .filter(([, each]) => each.length).map(([kind, each]) => `${kind}: ${each.map(child => child.name).join(', ')}`);
  return [`<b>${type.replace('Microsoft.', '').replaceAll('/', ' ')}</b>`, plain(name), ...lists].join('<br/>');
}

/** A name without the hash by which it is the only one of its kind. */
function plain(name) {
  return name.replace(/-?[a-z2-7]{13}(?=$|-)/, '').replace(/^[0-9a-f-]{20,}$/, 'page');
}

function root(resource) {
  return resource.parent ? root(resource.parent) : resource;
}

function grouped(list, key) {
  const groups = new Map();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

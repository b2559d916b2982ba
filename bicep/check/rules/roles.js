// The app's identity has each right that it needs, on each resource that needs it, and no broad one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { within } from '../language/walking.js';

const { known, tooBroad, needed } = JSON.parse(readFileSync(join(import.meta.dirname, '../data/roles.json'), 'utf8'));
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Each id that a template writes down is a known role's, under that role's name. */
export function holdRoleIds(inferences, findings) {
  for (const [path, { file }] of inferences) {
    for (const statement of file.statements) {
      for (const { kind, properties } of [...within(statement.value), ...within(statement.body)]) {
        for (const { key, value, line } of kind === 'object' ? properties : []) if (guid.test(value.value)) named(key, value.value, line);
      }
    }
    function named(key, id, line) {
      const role = known[id];
      if (tooBroad[id]) findings.add(path, line, 'role-too-broad', `${tooBroad[id]} may do far more than the app needs.`, 'Take the role that is made for the purpose.');
      else if (!role) findings.add(path, line, 'role-id', `${id} is no role that is known here.`, 'Correct it, or add it to check/data/roles.json.');
      else if (key !== words(role)) findings.add(path, line, 'role-id', `${id} is “${role}”, not “${key}”.`, `Name it ${words(role)}, or give the id that was meant.`);
    }
  }
}

function words(role) {
  return role.split(' ').map((word, place) => place ? word[0].toUpperCase() + word.slice(1) : word.toLowerCase()).join('');
}

export function holdRoles({ planned }, findings) {
  const assignments = planned.filter(({ type }) => type === 'Microsoft.Authorization/roleAssignments');
  for (const { body, file, line } of assignments) {
    const id = `${body.properties.roleDefinitionId}`.split('/').at(-1).toLowerCase();
    if (tooBroad[id]) findings.add(file, line, 'role-too-broad', `${tooBroad[id]} may do far more than the app needs.`, 'Take the role that is made for the purpose.');
    if (`${body.properties.principalId}` !== '‹identity.properties.principalId›') findings.add(file, line, 'principal-type', 'The role goes to somebody else than the app.', 'Give principalId.');
    if (!body.scope?.type) findings.add(file, line, 'role-too-broad', 'The role holds for the whole resource group.', 'Say with `scope` for which resource.');
    if (body.properties.principalType !== 'ServicePrincipal') findings.add(file, line, 'principal-type', 'A new identity is not found in time without principalType.', 'Give principalType: \'ServicePrincipal\'.');
    if (!known[id] && !tooBroad[id]) findings.add(file, line, 'role-id', `${id} is no role that is known here.`, 'Correct it, or add it to check/data/roles.json.');
  }
  const roleOf = ({ properties }) => known[`${properties.roleDefinitionId}`.split('/').at(-1)];
  const evidence = planned.filter(({ type, name }) => type.endsWith('/containers') && name === 'received').map(({ parent }) => parent.parent.id);
  for (const { body, file, line } of assignments) {
    if (evidence.includes(body.scope?.id) && /Owner$/.test(roleOf(body))) findings.add(file, line, 'role-too-broad', `“${roleOf(body)}” of evidence could take an unlocked policy away.`, 'Give the contributor’s role there.');
  }
  const has = (id, part) => planned.some(({ type, parent }) => type.endsWith(`/${part}`) && parent?.id === id);
  for (const { role, on, with: part, without } of needed) {
    const grants = assignments.filter(({ body }) => roleOf(body) === role).map(({ body }) => body.scope?.id ?? 'everything');
    for (const { id, name, file, line } of planned.filter(({ type, id }) => type === on && (!part || has(id, part)) && (!without || !has(id, without)))) {
      if (!grants.includes(id) && !grants.includes('everything')) findings.add(file, line, 'missing-role', `The app’s identity is not “${role}” of ${symbolless(name)}.`, 'Assign it in modules/roles.bicep.');
    }
  }
}

/** The same fault in dev and prod is one finding. */
function symbolless(name) {
  return name.replace(/-?[0-9a-f]{13}$/, '');
}

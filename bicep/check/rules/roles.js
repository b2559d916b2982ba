// The app's identity has each right that it needs, on each resource that needs it, and no other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scopeOf } from '../deployment.js';

const { known, tooBroad, needed } = JSON.parse(readFileSync(join(import.meta.dirname, '../data/roles.json'), 'utf8'));
const otherRole = 'Take the role that is made for the purpose.';
const correctIt = 'Correct it, or add it to check/data/roles.json.';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Each id that a template names is a known role's, under that role's name. */
export function holdRoleIds(templates, arm, findings) {
  for (const [path, { variables }] of arm) {
    for (const [key, id] of namedIn(variables)) {
      const add = (rule, message, mend) => findings.add(path, templates.lineOf(path, `${key}: '${id}'`), rule, message, mend);
      const role = known[id];
      if (tooBroad[id]) add('role-too-broad', `${tooBroad[id]} may do far more than the app needs.`, otherRole);
      else if (!role) add('role-id', `${id} is no role that is known here.`, correctIt);
      else if (key !== words(role)) add('role-id', `${id} is “${role}”, not “${key}”.`, `Name it ${words(role)}, or give that one’s id.`);
    }
  }
}

function namedIn(value) {
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => typeof inner === 'string' && guid.test(inner) ? [[key, inner]] : namedIn(inner));
}

function words(role) {
  return role.split(' ').map((word, place) => place ? word[0].toUpperCase() + word.slice(1) : word.toLowerCase()).join('');
}

export function holdRoles({ planned }, findings) {
  const identity = Object.keys(planned.find(({ type }) => type === 'Microsoft.Web/sites')?.body.identity?.userAssignedIdentities ?? {})[0];
  const assignments = planned.filter(({ type }) => type === 'Microsoft.Authorization/roleAssignments');
  const received = planned.filter(({ type, name }) => type.endsWith('/containers') && name === 'received');
  const evidence = received.map(({ parent }) => parent.parent.id);
  const has = (id, part) => planned.some(({ type, parent }) => type.endsWith(`/${part}`) && parent?.id === id);
  const needsOf = ({ on, with: part, without }) => ({ type, id }) =>
    type === on && (!part || has(id, part)) && (!without || !has(id, without));
  for (const assignment of assignments) {
    const isNeeded = needed.some(need => need.role === known[roleOf(assignment)] && assignment.scope && needsOf(need)(assignment.scope));
    holdAssignment(assignment, identity, findings);
    if (evidence.includes(assignment.scope?.id) && isOwner(assignment)) holdEvidence(assignment, findings);
    else if (!isNeeded) holdNeedless(assignment, findings);
  }
  for (const { role, ...need } of needed) {
    const needs = needsOf(need);
    const granted = assignments.filter(assignment => known[roleOf(assignment)] === role).map(reach);
    for (const { id, type, file, line } of planned.filter(needs)) {
      if (granted.includes(id) || granted.includes('everything')) continue;
      findings.add(file, line, 'missing-role', `The app’s identity is not “${role}” of ${type}.`, 'Assign it in modules/roles.bicep.');
    }
  }
}

function holdAssignment(assignment, identity, findings) {
  const { body: { properties: { principalId, principalType } }, scope, file, line } = assignment;
  const role = roleOf(assignment);
  const on = scopeOf(assignment);
  const add = (rule, message, mend) => findings.add(file, line, rule, `${known[role] ?? role}: ${message}`, mend);
  if (tooBroad[role]) add('role-too-broad', `${tooBroad[role]} may do far more than the app needs.`, otherRole);
  else if (!known[role]) add('role-id', 'It is no role that is known here.', correctIt);
  if (!principalId.startsWith(`[reference('${identity}'`) || !principalId.endsWith(').principalId]')) {
    add('principal-type', 'It goes to somebody else than the app.', 'Give principalId.');
  }
  if (principalType !== 'ServicePrincipal') {
    add('principal-type', 'A new identity is not found in time without principalType.', 'Give principalType: \'ServicePrincipal\'.');
  }
  if (!on || scope?.type.endsWith('/resourceGroups')) {
    add('role-too-broad', 'It holds for the whole resource group.', 'Say with `scope` for which resource.');
  } else if (!scope) {
    add('role-scope', `It is laid upon ${on.split('/').slice(-2).join(' ')}, which is not deployed.`, 'Take it out, or deploy that.');
  }
}

function isOwner(assignment) {
  return known[roleOf(assignment)]?.endsWith('Owner');
}

/** Narrow in itself, but for nothing that the app calls there. */
function holdNeedless({ body, scope, file, line }, findings) {
  const role = known[roleOf({ body })];
  if (!role || !scope || scope.type.endsWith('/resourceGroups')) return;
  const message = `Nothing that the app does needs “${role}” of ${scope.type}.`;
  findings.add(file, line, 'role-unneeded', message, 'Take it out, or lay it upon what needs it.');
}

function holdEvidence({ body, file, line }, findings) {
  const message = `“${known[roleOf({ body })]}” of evidence could take an unlocked policy away.`;
  findings.add(file, line, 'role-too-broad', message, 'Give the contributor’s role there.');
}

/** What a role holds for. */
function reach({ scope }) {
  return !scope || scope.type.endsWith('/resourceGroups') ? 'everything' : scope.id;
}

function roleOf({ body }) {
  return `${body.properties.roleDefinitionId}`.split('/').at(-1).toLowerCase();
}

// What a parameter file deploys, as the compiler predicts it: { name, parameters, planned, snapshot }. Of each planned resource:
// { type, name, id, body, parent, scope, file, line }; what only Azure can tell stands in it as "[expression]".
import { basename, join } from 'node:path';

/** @returns {Promise<object[]>} the deployment, or none where the compiler cannot predict it. */
export async function deployment(compiler, templates, path, parameters, findings) {
  const name = basename(path, '.bicepparam');
  try {
    const snapshot = await compiler.snapshot(join(templates.root, path));
    for (const message of snapshot.diagnostics) findings.add(path, 1, 'unpredictable', `${message}`, 'Make it predictable.');
    return [{ name, parameters, planned: plannedOf(snapshot, templates), snapshot }];
  } catch ({ message }) {
    findings.add(path, 1, 'unpredictable', message, 'Correct the expression.');
    return [];
  }
}

function plannedOf({ predictedResources }, templates) {
  const planned = predictedResources.map(body => ({ type: body.type, name: lastOf(body.name), id: body.id, body }));
  const byId = new Map(planned.map(resource => [resource.id, resource]));
  for (const resource of planned) Object.assign(resource, { parent: byId.get(parentOf(resource)), scope: byId.get(scopeOf(resource)) });
  const place = ({ type, name, parent }) => templates.place(type, name, parent && place(parent).file);
  return planned.map(resource => Object.assign(resource, place(resource)));
}

function lastOf(name) {
  return name.startsWith('[') ? name : name.split('/').at(-1);
}

function parentOf({ id, type }) {
  return type.split('/').length > 2 ? id.split('/').slice(0, -2).join('/') : undefined;
}

/** The id of what a role or a diagnostic setting is laid upon. */
export function scopeOf({ id, type }) {
  return id.startsWith('[') ? /^\[extensionResourceId\('([^']+)'/.exec(id)?.[1] : id.split(`/providers/${type}/`)[0];
}

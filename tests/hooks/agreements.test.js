// What the hooks, the app, azure.yaml and the workflow say of each other.
import assert from 'node:assert/strict';
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { hooksAt, root } from './deployment.js';

const folder = join(root, 'bicep/hooks');
const hooks = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isFile() && !entry.name.includes('.')).map(({ name }) => name);
const read = path => readFileSync(join(root, path), 'utf8');

test('Each hook is a script of the plain shell that can be run', async () => {
  assert.ok(hooks.length >= 11);
  for (const hook of hooks) {
    accessSync(join(folder, hook), constants.X_OK);
    assert.match(read(`bicep/hooks/${hook}`), /^#!\/bin\/sh\n# [A-Z]/, hook);
    assert.equal(spawnSync('sh', ['-n', join(folder, hook)]).status, 0, hook);
  }
});

test('azure.yaml, the workflow and the hooks run hooks that there are', async () => {
  const texts = ['azure.yaml', '.github/workflows/deploy.yml', 'bicep/README.md', ...hooks.map(hook => `bicep/hooks/${hook}`)];
  for (const text of texts) {
    const run = [...read(text).matchAll(/bicep\/hooks\/([\w-]+)(?![\w-]*[./])/g)].map(([, hook]) => hook);
    assert.deepEqual(run.filter(hook => !hooks.includes(hook)), [], text);
  }
  assert.deepEqual(['preprovision', 'postprovision', 'postdeploy'].flatMap(hooksAt).filter(hook => !hooks.includes(hook)), []);
});

test('The roles are those that the app reads, and only softwares get the one for softwares', async () => {
  const roles = JSON.parse(read('bicep/hooks/app-roles.json'));
  const members = /public enum Role\s*\{(.*?)\n\}/s.exec(read('shared/Domain/People/Caller.cs'))[1].matchAll(/^    (\w+),/gm);
  const names = [...members].map(([, name]) => name.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase());
  assert.ok(names.length >= 8);
  assert.deepEqual(roles.map(({ value }) => value).sort(), names.sort());
  assert.equal(new Set(roles.map(({ id }) => id)).size, roles.length);
  for (const { value, id, allowedMemberTypes, isEnabled } of roles) {
    assert.match(id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.deepEqual(allowedMemberTypes, [value === 'machine' ? 'Application' : 'User']);
    assert.ok(isEnabled);
  }
});

test('API versions of alerts and budgets are those of the templates', async () => {
  const asked = hooks.flatMap(hook => [...read(`bicep/hooks/${hook}`).matchAll(/(scheduledQueryRules|metricAlerts|budgets)\?api-version=([\d-]+)/g)]);
  assert.ok(asked.length >= 4);
  const templates = ['alerts', 'budget'].map(name => read(`bicep/modules/${name}.bicep`)).join('\n');
  for (const [, type, version] of asked) assert.ok(templates.includes(`/${type}@${version}`), `${type} ${version}`);
});

test('Outputs that hooks ask for are given', async () => {
  const template = read('bicep/main.bicep');
  for (const output of ['FUNCTION_APP_ADDRESS', 'APP_IDENTITY']) assert.match(template, new RegExp(`^output ${output} string`, 'm'));
  for (const name of ['TOKEN_ISSUER', 'TOKEN_AUDIENCE', 'TOKEN_METADATA', 'ALERT_ADDRESS', 'ALERTS_ENABLED', 'BUDGET_START']) {
    for (const stage of ['dev', 'prod']) assert.ok(read(`bicep/${stage}.bicepparam`).includes(`'${name}'`), `${stage}: ${name}`);
  }
});

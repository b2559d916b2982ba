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

test('API versions are asked for as the templates have them', () => {
  const texts = [...hooks.map(hook => read(`bicep/hooks/${hook}`)), read('bicep/hooks/parts/azure.sh')].join('\n');
  const templates = readdirSync(join(root, 'bicep/modules')).map(name => read(`bicep/modules/${name}`)).join('\n');
  const types = [...texts.matchAll(/resources (Microsoft\.[\w./]+)|in (Microsoft\.[\w./]+) (Microsoft\.[\w./]+);/g)].flatMap(([, ...each]) => each).filter(Boolean);
  assert.ok(types.length >= 6);
  for (const type of types) assert.match(templates, new RegExp(`'${type}@[\\d-]+'`), type);
  assert.deepEqual([...texts.matchAll(/api-version=\d[\d-]*/g)].map(([version]) => version), ['api-version=2022-04-01']);
});

test('Outputs that hooks ask for are given', async () => {
  const template = read('bicep/main.bicep');
  for (const output of ['FUNCTION_APP_ADDRESS', 'APP_IDENTITY']) assert.match(template, new RegExp(`^output ${output} string`, 'm'));
  for (const name of ['TOKEN_ISSUER', 'TOKEN_AUDIENCE', 'TOKEN_METADATA', 'ALERT_ADDRESS', 'ALERTS_ENABLED', 'BUDGET_START', 'IMMUTABILITY_LOCKED']) {
    for (const stage of ['dev', 'prod']) assert.ok(read(`bicep/${stage}.bicepparam`).includes(`'${name}'`), `${stage}: ${name}`);
  }
});

test('What federate enters for the portal is what both stages tell the app', () => {
  const asked = [...read('bicep/hooks/federate').matchAll(/\$\{((?:PORTAL|SIGN_IN)_\w+):-/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(asked)].sort(), ['PORTAL_ADDRESS', 'SIGN_IN_AUTHORITY', 'SIGN_IN_CLIENT_ID']);
  for (const stage of ['dev', 'prod']) {
    for (const name of asked) assert.ok(read(`bicep/${stage}.bicepparam`).includes(`'${name}'`), `${stage}: ${name}`);
  }
});

test('Every action of the workflow is pinned to a commit, with its version beside it', () => {
  const used = [...read('.github/workflows/deploy.yml').matchAll(/uses: (.*)$/gm)].map(([, action]) => action);
  assert.ok(used.length >= 8);
  for (const action of used) assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('The workflow gives the templates every value that they read', () => {
  const jobs = read('.github/workflows/deploy.yml').split(/^  (?=what-if:|deploy:)/m).slice(1);
  assert.equal(jobs.length, 2);
  const asked = [...read('bicep/prod.bicepparam').matchAll(/readEnvironmentVariable\('(\w+)'/g)].map(([, name]) => name);
  assert.ok(asked.length >= 10);
  // These are found out by a hook.
  const found = ['BUDGET_START', 'ALERTS_ENABLED', 'IMMUTABILITY_LOCKED'];
  for (const job of jobs) {
    assert.match(job, /run: bicep\/hooks\/recall/);
    for (const name of asked.filter(each => !found.includes(each))) assert.match(job, new RegExp(`^      ${name}: `, 'm'));
  }
});

test('A pull request changes nothing: it asks with an environment of its own, and no fork asks', () => {
  const [, job] = /^  what-if:\n(.*?)^  deploy:/ms.exec(read('.github/workflows/deploy.yml'));
  assert.match(job, /^    environment: what-if$/m);
  assert.match(job, /head\.repo\.full_name == github\.repository/);
  assert.match(job, /--validation-level ProviderNoRbac/);
  assert.deepEqual([...job.matchAll(/bicep\/hooks\/([\w-]+)/g)].map(([, hook]) => hook), ['recall', 'no-placeholder']);
  assert.doesNotMatch(job, /deployment sub create|register|functions-action/);
});

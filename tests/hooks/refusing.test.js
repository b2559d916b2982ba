// What stops a deployment: each time a clear line, exit code 1, and nothing that a later run would have to undo.
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Deployment, changes, lasting, untouched } from './deployment.js';

const issuer = 'https://login.microsoftonline.com/tenant-1/v2.0';

function stopped(name, state, hook, said, options) {
  test(name, async () => {
    const deployment = new Deployment(state);
    const before = lasting(deployment.state);
    const run = await deployment.run(hook, options);
    assert.equal(run.code, 1, run.said);
    assert.match(run.said, said);
    assert.equal(run.said.trim().split('\n').length, 1, run.said);
    assert.deepEqual(lasting(deployment.state), before);
  });
}

const permissions = (...roles) => untouched({ permissions: roles.map(([actions, notActions = []]) => ({ actions, notActions })) });
const contributor = [['*'], ['Microsoft.Authorization/*/Delete', 'Microsoft.Authorization/*/Write', 'Microsoft.Authorization/elevateAccess/Action']];
const granting = [['Microsoft.Authorization/roleAssignments/write', 'Microsoft.Authorization/roleAssignments/delete', '*/read', 'Microsoft.Support/*']];

stopped('Nobody signed in', untouched({ account: null }), 'signed-in', /^signed-in: Not signed in: az login/);
stopped('A sign-in that has expired', untouched({ expired: true }), 'signed-in', /expired: az login/);
stopped('Another subscription than the one that az works in', untouched({ account: { ...untouched().account, id: 'other' } }), 'signed-in', /az account set --subscription 1111/);
stopped('Only a reader', permissions([['*/read']]), 'signed-in', /may not deploy/);
stopped('A contributor, who may grant no roles', permissions(contributor), 'signed-in', /may not grant roles.*Role Based Access Control Administrator/);
stopped('Nothing chosen yet', untouched({ environment: { AZURE_ENV_NAME: 'dev' } }), 'signed-in', /AZURE_SUBSCRIPTION_ID is not set/);

test('An owner, a contributor who may grant roles, and one of whom Azure does not say what they may', async () => {
  for (const state of [permissions([['*']]), permissions(contributor, granting), untouched({ denied: ['permissions'] })]) {
    assert.equal((await new Deployment(state).run('signed-in')).code, 0);
  }
});

test('az, azd, or what builds the portal is missing', async () => {
  const needed = ['az', 'curl', 'azd', 'node', 'npm'];
  for (const missing of needed) {
    const deployment = new Deployment(untouched(), needed.filter(name => name !== missing));
    const { code, said } = await deployment.run('signed-in', { path: withoutAzure(deployment.folder) });
    assert.equal(code, 1);
    assert.match(said, new RegExp(`^signed-in: ${missing} is missing`));
  }
});

test('Who does not deploy with azd builds elsewhere, and needs neither it nor Node', async () => {
  const deployment = new Deployment(untouched(), ['az', 'curl']);
  const { code, said } = await deployment.run('signed-in', { path: withoutAzure(deployment.folder), environment: { KEEP: 'github' } });
  assert.equal(code, 0, said);
});

stopped('No right to register an application', untouched({ denied: ['PATCH .*applications'] }), 'register', /You may not do this: .* needs the Entra role .*Application Developer/);

test('An application that somebody else has put under the name of this environment is not trusted, until one says that it is', async () => {
  const mine = new Deployment();
  await mine.run('register');
  const [[name, application]] = Object.entries(lasting(mine.state).applications);
  for (const owners of [['person-2'], ['person-1', 'person-2']]) {
    const deployment = new Deployment(untouched({ applications: { [name]: { ...application, owners } } }));
    const before = lasting(deployment.state);
    const { code, said } = await deployment.run('register');
    assert.equal(code, 1);
    assert.match(said, new RegExp(`${application.appId} of this environment already, and others own it`));
    assert.deepEqual(lasting(deployment.state), before);
    assert.equal((await deployment.run('register', { environment: { TOKEN_AUDIENCE: application.appId } })).code, 0);
  }
});

test('No right to say for which unit the administrator acts: the role is not given either, and a later run mends it', async () => {
  const deployment = new Deployment(untouched({ denied: ['PATCH .*users'] }));
  const runs = await deployment.at('preprovision');
  assert.match(runs.at(-1).said, /needs the Entra role User Administrator/);
  assert.equal(runs.at(-1).hook, 'first-administrator');
  assert.equal(deployment.state.assignments.length, 0);
  deployment.state.denied = [];
  assert.deepEqual((await deployment.up()).filter(({ code }) => code), []);
  assert.equal(deployment.state.assignments.length, 1);
});

test('No right to give a role', async () => {
  const deployment = new Deployment(untouched({ denied: ['POST .*appRoleAssignedTo'] }));
  assert.match((await deployment.at('preprovision')).at(-1).said, /needs the Entra role Cloud Application Administrator/);
});

test('No right to consent for everybody: the rest is done, and a later run mends it', async () => {
  const deployment = new Deployment();
  await deployment.at('preprovision');
  deployment.provision();
  deployment.state.denied = ['POST .*oauth2PermissionGrants'];
  const { code, said } = await deployment.run('federate');
  assert.equal(code, 1);
  assert.match(said, /needs the Entra role Cloud Application Administrator/);
  assert.equal(Object.values(deployment.state.applications)[0].federated.length, 1);
  deployment.state.denied = [];
  assert.equal((await deployment.run('federate')).code, 0);
  assert.equal(deployment.state.consents.filter(({ consentType }) => consentType === 'AllPrincipals').length, 1);
});

test('Somebody who has another role gets no second one', async () => {
  const deployment = new Deployment();
  await deployment.at('preprovision');
  const before = lasting(deployment.state);
  const { code, said } = await deployment.run('name-person', { given: ['centre', 'an@vks.example', 'VKSTC'] });
  assert.equal(code, 1);
  assert.match(said, /another role already/);
  assert.deepEqual(lasting(deployment.state), before);
  assert.equal((await deployment.run('name-person', { given: ['centre', 'binh@vks.example', 'C2'] })).code, 0);
});

test('Roles and units that there are not', async () => {
  const deployment = new Deployment();
  await deployment.at('preprovision');
  for (const [given, said] of [[['king'], /no role “king”: centre unit-reporter/], [['centre', 'binh@vks.example', 't84'], /no code of a unit/], [[], /ROLE \[WHO\]/]]) {
    const run = await deployment.run('name-person', { given });
    assert.equal(run.code, 1);
    assert.match(run.said, said);
    assert.deepEqual(changes([run]), []);
  }
});

test('A software that deploys must say who is meant', async () => {
  const deployment = new Deployment(untouched({ account: { ...untouched().account, user: { type: 'servicePrincipal', name: 'deploy' } } }));
  assert.match((await deployment.at('preprovision')).at(-1).said, /name-person: A software is signed in/);
  deployment.state.environment.FIRST_ADMINISTRATOR = 'binh@vks.example';
  assert.match((await deployment.at('preprovision')).at(-1).said, /recall: ALERT_ADDRESS is not set/);
});

test('No placeholder is deployed', async () => {
  const right = { TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: 'a', TOKEN_METADATA: `${issuer}/.well-known/openid-configuration`, ALERT_ADDRESS: 'an@vks.vn' };
  const refused = environment => new Deployment().run('no-placeholder', { environment: { ...right, ...environment } });
  assert.equal((await refused({})).code, 0);
  for (const [name, value] of [['TOKEN_ISSUER', 'https://issuer.example/'], ['TOKEN_ISSUER', 'http://issuer.vn'], ['TOKEN_METADATA', 'https://…'], ['TOKEN_AUDIENCE', '<audience>'], ['ALERT_ADDRESS', 'operator@vks.example'], ['TOKEN_AUDIENCE', '']]) {
    const { code, said } = await refused({ [name]: value });
    assert.equal(code, 1, value);
    assert.match(said, new RegExp(`${name} is `));
  }
});

test('A value that could not be written down is not kept', async () => {
  const { code, said } = await new Deployment(untouched({ users: { 'person-1': { id: 'person-1', mail: "a'; rm -rf x@vks.vn" } } }))
    .run('recall', { environment: { KEEP: 'shell' } });
  assert.equal(code, 1);
  assert.match(said, /ALERT_ADDRESS would be/);
});

/** A PATH with the usual programs but without those of Azure. */
function withoutAzure(folder) {
  const path = join(folder, 'usual');
  mkdirSync(path);
  for (const name of ['sh', 'dirname', 'mktemp', 'rm', 'grep', 'cat', 'sed', 'cut', 'tr', 'head', 'tail', 'sleep', 'date']) symlinkSync(`/usr/bin/${name}`, join(path, name));
  return path;
}

// Names, months, and what an earlier deployment left: for any name of the environment, and wherever the values are kept.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Deployment, changes, untouched } from './deployment.js';

const month = `${new Date().toISOString().slice(0, 7)}-01`;
const named = (AZURE_ENV_NAME, change = {}) => new Deployment(untouched({ ...change, environment: { ...untouched().environment, AZURE_ENV_NAME } }));
const uniqueOf = ({ state }) => Object.keys(state.applications);

test('Every name that azd takes fits', async () => {
  for (const name of ['a', 'Dev(1)_x.y-z', 'n'.repeat(64), 'ends-with.']) {
    const deployment = named(name);
    assert.deepEqual((await deployment.up()).filter(({ code }) => code), [], name);
    assert.match(uniqueOf(deployment)[0], /^vks-serverless-[0-9a-f]{16}$/);
  }
});

test('Two environments are two applications, one name in other letters is the same', async () => {
  const dev = named('dev');
  await dev.run('register');
  await dev.run('register', { environment: { AZURE_ENV_NAME: 'DEV', KEEP: 'shell' } });
  assert.equal(uniqueOf(dev).length, 1);
  await dev.run('register', { environment: { AZURE_ENV_NAME: 'test', KEEP: 'shell' } });
  await dev.run('register', { environment: { AZURE_SUBSCRIPTION_ID: 'other', KEEP: 'shell' } });
  assert.equal(uniqueOf(dev).length, 3);
});

test('An application of the same display name that is somebody else’s is left alone', async () => {
  const theirs = { id: 'theirs', appId: 'theirs-id', uniqueName: null, displayName: 'VksServerless (dev)', appRoles: [], extensionProperties: [], federated: [] };
  const deployment = named('dev', { applications: { theirs } });
  assert.deepEqual((await deployment.up()).filter(({ code }) => code), []);
  assert.deepEqual(deployment.state.applications.theirs, theirs);
  assert.equal(uniqueOf(deployment).length, 2);
});

test('An identity that was made anew takes the place of the old one', async () => {
  const deployment = named('dev');
  await deployment.up();
  deployment.state.environment.APP_IDENTITY = 'identity-2';
  assert.equal((await deployment.run('federate')).code, 0);
  assert.deepEqual(Object.values(deployment.state.applications)[0].federated.map(({ subject }) => subject), ['identity-2']);
});

test('Another issuer than Entra is left as it is, and nothing is registered', async () => {
  const environment = { TOKEN_ISSUER: 'https://dang-nhap.vks.vn', TOKEN_AUDIENCE: 'vks', TOKEN_METADATA: 'https://dang-nhap.vks.vn/.well-known/openid-configuration' };
  const deployment = new Deployment(untouched({ environment: { ...untouched().environment, ...environment } }));
  const runs = await deployment.at('preprovision');
  deployment.provision();
  runs.push(...await deployment.at('postprovision'));
  assert.deepEqual(runs.filter(({ code }) => code), []);
  assert.deepEqual(changes(runs), []);
  assert.equal(deployment.state.environment.TOKEN_ISSUER, environment.TOKEN_ISSUER);
});

test('Who signs in as another application of Entra than the one that is registered: the identity speaks for that one alone', async () => {
  const issuer = 'https://login.microsoftonline.com/tenant-1/v2.0';
  const elsewhere = 'https://dang-nhap.vks.vn';
  for (const environment of [{}, { TOKEN_ISSUER: elsewhere, TOKEN_AUDIENCE: 'vks', SIGN_IN_AUTHORITY: issuer }]) {
    const deployment = named('dev');
    await deployment.at('preprovision');
    deployment.provision();
    const { applications, principals, consents } = deployment.state;
    applications.portal = { id: 'portal', appId: 'portal-id', uniqueName: null, extensionProperties: [], federated: [] };
    principals['portal-id'] = { id: 'principal-portal' };
    const { code, said } = await deployment.run('federate', { environment: { SIGN_IN_CLIENT_ID: 'portal-id', ...environment } });
    assert.equal(code, 0, said);
    assert.deepEqual(applications.portal.federated.map(each => [each.issuer, each.subject]), [[issuer, 'identity-1']]);
    assert.deepEqual(applications.portal.web.redirectUris[0], 'https://func-vks.azurewebsites.net/portal/signed-in');
    assert.deepEqual(consents.filter(({ consentType }) => consentType === 'AllPrincipals').map(({ clientId }) => clientId), ['principal-portal']);
    assert.deepEqual([Object.values(applications)[0].federated, Object.values(applications)[0].web], [[], undefined]);
  }
});

test('Where browsers sign in at another issuer than Entra, nothing is entered there for the portal', async () => {
  const deployment = named('dev');
  await deployment.at('preprovision');
  deployment.provision();
  const run = await deployment.run('federate', { environment: { SIGN_IN_AUTHORITY: 'https://dang-nhap.vks.vn', SIGN_IN_CLIENT_ID: 'vks' } });
  assert.equal(run.code, 0);
  assert.match(run.said, /people sign in at https:\/\/dang-nhap\.vks\.vn: nothing is federated/);
  assert.deepEqual(changes([run]), []);
});

test('A budget begins this month, or later, never earlier, and keeps the month in which it was made', async () => {
  const start = async (given, budgets = []) => {
    const deployment = named('dev', { budgets });
    if (budgets.length) deployment.provision();
    deployment.state.budgets = budgets;
    assert.equal((await deployment.run('recall', { environment: { BUDGET_AMOUNT: '100', ...given } })).code, 0);
    return deployment.state.environment.BUDGET_START;
  };
  assert.equal(await start({}), month);
  assert.equal(await start({ BUDGET_START: '2020-01-01' }), month);
  assert.equal(await start({ BUDGET_START: '2999-01-01' }), '2999-01-01');
  assert.equal(await start({ BUDGET_START: '2020-01-01' }, [{ properties: { timePeriod: { startDate: '2026-03-01T00:00:00Z' } } }]), '2026-03-01');
});

test('Alerts that are on stay on, whatever the machine that deploys has kept', async () => {
  const deployment = named('dev');
  await deployment.up();
  delete deployment.state.environment.ALERTS_ENABLED;
  await deployment.run('recall');
  assert.equal(deployment.state.environment.ALERTS_ENABLED, 'true');
});

test('Whether the policy on evidence is locked is asked of Azure, whatever was set', async () => {
  const deployment = named('prod');
  const locked = async (received, given) => {
    if (deployment.state.accounts.length) deployment.state.accounts.at(-1).received = received;
    assert.equal((await deployment.run('recall', { environment: { IMMUTABILITY_LOCKED: given } })).code, 0);
    return deployment.state.environment.IMMUTABILITY_LOCKED;
  };
  assert.equal(await locked(null, 'true'), 'false');
  deployment.provision();
  assert.equal(await locked(null, 'true'), 'false');
  assert.equal(await locked({}, 'true'), 'false');
  assert.equal(await locked({ state: 'Unlocked' }, 'true'), 'false');
  assert.equal(await locked({ state: 'Locked' }, 'false'), 'true');
});

test('Without azd, where the app is is asked of Azure', async () => {
  const deployment = named('prod');
  assert.match((await deployment.run('deployed')).said, /Nothing is provisioned for prod/);
  deployment.provision();
  delete deployment.state.environment.FUNCTION_APP_ADDRESS;
  delete deployment.state.environment.APP_IDENTITY;
  assert.equal((await deployment.run('deployed')).code, 0);
  const { AZURE_RESOURCE_GROUP, FUNCTION_APP_NAME, FUNCTION_APP_ADDRESS, APP_IDENTITY } = deployment.state.environment;
  assert.deepEqual([AZURE_RESOURCE_GROUP, FUNCTION_APP_NAME, FUNCTION_APP_ADDRESS, APP_IDENTITY], ['rg-prod-vks', 'func-vks', 'https://func-vks.azurewebsites.net', 'identity-1']);
});

test('By hand the values are printed for the shell, and in a workflow kept for its next steps', async () => {
  const deployment = named('dev');
  const { printed } = await deployment.run('register', { environment: { KEEP: '' } });
  const said = execFileSync('sh', ['-c', `${printed}\nprintf %s "$TOKEN_ISSUER $TOKEN_AUDIENCE"`], { encoding: 'utf8' });
  assert.equal(said, `https://login.microsoftonline.com/tenant-1/v2.0 ${Object.values(deployment.state.applications)[0].appId}`);

  const file = join(deployment.folder, 'github');
  await deployment.run('recall', { environment: { KEEP: 'github', GITHUB_ENV: file, BUDGET_AMOUNT: '5' } });
  assert.equal(readFileSync(file, 'utf8'), `BUDGET_START=${month}\nALERTS_ENABLED=false\nIMMUTABILITY_LOCKED=false\nALERT_ADDRESS=an@mail.vks.vn\n`);
  assert.deepEqual(Object.keys(deployment.state.environment), Object.keys(untouched().environment));
});

// What the smoke test sees, and what happens then.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Deployment, hooksAt, untouched } from './deployment.js';

/** Deployed up to the moment before the hook. */
async function deployed(hook, change = () => {}) {
  const deployment = new Deployment();
  await deployment.at('preprovision');
  deployment.provision();
  for (const each of hooksAt('postdeploy').slice(0, hooksAt('postdeploy').indexOf(hook))) assert.equal((await deployment.run(each)).code, 0);
  change(deployment.state);
  return deployment;
}

function fails(name, hook, change, said) {
  test(name, async () => {
    const { code, said: line } = await (await deployed(hook, change)).run(hook);
    assert.equal(code, 1);
    assert.match(line, said);
  });
}

const asCentre = state => { state.assignments[0].appRoleId = Object.values(state.applications)[0].appRoles.find(({ value }) => value === 'centre').id; };

fails('An app that never becomes well', 'healthy', state => { state.app.ill = true; }, /does not say that all is well: 503 {"status":"ill"}/);
fails('An app that is ill by now', 'smoke', state => { state.app.ill = true; }, /It is not well: 503/);
fails('An app that answers strangers', 'smoke', state => { state.app.open = true; }, /A stranger is not turned away: 403/);
fails('A person without a role', 'smoke', state => { state.assignments = []; }, /You are not let in: 403/);
fails('An app without units', 'smoke', state => { state.app.units = []; }, /no directory of units/);
fails('A draft that stays', 'smoke', state => { asCentre(state); state.app.keepsDrafts = true; }, /The draft cycle1 was not discarded: 500/);
fails('Nobody at the address', 'smoke', state => { state.environment.FUNCTION_APP_ADDRESS = 'https://elsewhere.azurewebsites.net'; state.app.units = []; }, /no directory/);
fails('A directory that one may not load', 'load-units', asCentre, /you may not load one: an administrator/);
fails('A file that is not there', 'load-units', state => { state.environment.UNITS_FILE = 'nowhere.csv'; }, /nowhere.csv cannot be read/);

test('After a smoke test that fails, alerts stay off', async () => {
  const deployment = await deployed('healthy', state => { state.app.open = true; });
  const runs = await deployment.at('postdeploy');
  assert.deepEqual([runs.at(-1).hook, runs.at(-1).code], ['smoke', 1]);
  assert.deepEqual(Object.values(deployment.state.alerts).flat().filter(({ properties }) => properties.enabled ?? properties.Enabled), []);
});

test('An app that takes a while to start is waited for', async () => {
  const deployment = await deployed('healthy', state => { state.app.startsIn = 3; });
  const { code, calls } = await deployment.run('healthy', { environment: { HOOK_TRIES: '5' } });
  assert.deepEqual([code, calls.length], [0, 4]);
});

test('A file of one’s own is loaded, and never over a directory that is there', async () => {
  const file = { environment: { UNITS_FILE: 'tests/hooks/units.csv' } };
  const deployment = await deployed('load-units');
  assert.equal((await deployment.run('load-units', file)).code, 0);
  assert.deepEqual(deployment.state.app.units, ['VKSTC', 'VP']);
  assert.match((await deployment.run('load-units')).said, /there is a directory/);
  assert.deepEqual(deployment.state.app.units, ['VKSTC', 'VP']);
});

test('A software that deploys checks what it can: it may draft nothing', async () => {
  const deployment = await deployed('smoke', state => { state.account.user = { type: 'servicePrincipal', name: 'deploy' }; });
  const { code, said, calls } = await deployment.run('smoke');
  assert.equal(code, 0);
  assert.match(said, /a person of the centre runs/);
  assert.deepEqual(calls.map(({ asked }) => asked).filter(Boolean), ['GET /api/health', 'GET /api/units']);
});

test('Where az knows nobody, a token of one’s own will do', async () => {
  const deployment = await deployed('smoke', asCentre);
  const API_TOKEN = `token-of-person-1-for-${Object.values(deployment.state.applications)[0].appId}`;
  deployment.state.account = null;
  assert.match((await deployment.run('smoke')).said, /Not signed in/);
  const { code, said } = await new Deployment(deployment.state, ['curl']).run('smoke', { environment: { API_TOKEN } });
  assert.equal(code, 0, said);
  assert.match(said, /drafted and discarded/);
});

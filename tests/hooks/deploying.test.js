// azd up, once and again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { microsoftGraph } from './cloud/graph.js';
import { changes, Deployment, lasting, untouched } from './deployment.js';

const first = new Deployment();
const runs = await first.up();
const group = '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-dev-vks';
const { environment, applications, principals, assignments, consents, users, app, alerts } = lasting(first.state);
const [[unique, application]] = Object.entries(applications);

test('The first deployment runs through, each hook once', async () => {
  assert.deepEqual(runs.filter(({ code }) => code), []);
  assert.deepEqual(runs.map(({ hook }) => hook), ['signed-in', 'register', 'first-administrator', 'recall', 'no-placeholder', 'federate', 'healthy', 'load-units', 'smoke', 'alerts-on']);
});

test('One application is registered, with tokens of version 2, for this tenant alone', async () => {
  assert.match(unique, /^vks-serverless-[0-9a-f]{16}$/);
  assert.equal(Object.keys(applications).length, 1);
  assert.equal(application.signInAudience, 'AzureADMyOrg');
  assert.equal(application.displayName, 'VksServerless (dev)');
  assert.deepEqual(application.identifierUris, [`api://${application.appId}`]);
  assert.equal(application.api.requestedAccessTokenVersion, 2);
  assert.deepEqual(principals[application.appId].appRoleAssignmentRequired, true);
});

test('Tokens name the unit and whether a software asks', async () => {
  const unit = `extension_${application.appId.replaceAll('-', '')}_unit`;
  assert.deepEqual(application.extensionProperties.map(({ name, targetObjects }) => [name, ...targetObjects]), [[unit, 'User']]);
  assert.deepEqual(application.optionalClaims.accessToken, [{ name: 'idtyp', additionalProperties: ['include_user_token'] }, { name: unit, source: 'user' }]);
});

test('The issuer of the tenant is trusted, for that application', async () => {
  assert.equal(environment.TOKEN_ISSUER, 'https://login.microsoftonline.com/tenant-1/v2.0');
  assert.equal(environment.TOKEN_METADATA, 'https://login.microsoftonline.com/tenant-1/v2.0/.well-known/openid-configuration');
  assert.equal(environment.TOKEN_AUDIENCE, application.appId);
});

test('The person who deploys is the first administrator, for the whole sector, and is told of alerts', async () => {
  const { id } = application.appRoles.find(({ value }) => value === 'administrator');
  assert.deepEqual(assignments.map(({ principalId, appRoleId }) => [principalId, appRoleId]), [['person-1', id]]);
  assert.equal(users['person-1'][`extension_${application.appId.replaceAll('-', '')}_unit`], 'VKSTC');
  assert.equal(environment.ALERT_ADDRESS, 'an@mail.vks.vn');
});

test('az gets a token for that person, and for nobody else', async () => {
  const [app, az] = [application.appId, '04b07795-8ddb-461a-bbee-02f9e1bf7b46'].map(appId => principals[appId].id);
  assert.deepEqual(application.api.preAuthorizedApplications, []);
  assert.deepEqual(consents.filter(({ clientId }) => clientId === az).map(({ id, ...rest }) => rest), [{ clientId: az, consentType: 'Principal', principalId: 'person-1', resourceId: app, scope: 'use' }]);
});

test('The managed identity speaks for the application, without a secret', async () => {
  assert.deepEqual(application.federated.map(({ description, ...rest }) => rest), [
    { name: 'app', issuer: environment.TOKEN_ISSUER, subject: 'identity-1', audiences: ['api://AzureADTokenExchange'] }]);
  assert.ok(!JSON.stringify(runs).includes('addPassword'));
});

test('A browser that signs in comes back to the portal, with when and how its person proved who it is', async () => {
  assert.deepEqual(application.web, { redirectUris: ['in', 'out'].map(way => `https://func-vks.azurewebsites.net/portal/signed-${way}`) });
  assert.deepEqual(application.optionalClaims.idToken.map(({ name }) => name), ['auth_time', 'acrs']);
});

test('Where the portal has an address of its own, a browser may come back to that and to the app’s', async () => {
  const other = new Deployment();
  await other.up();
  const addresses = async PORTAL_ADDRESS => {
    assert.equal((await other.run('federate', { environment: { PORTAL_ADDRESS } })).code, 0);
    return Object.values(other.state.applications)[0].web.redirectUris;
  };
  const both = site => [`${site}/portal/signed-in`, `${site}/portal/signed-out`];
  const own = 'https://func-vks.azurewebsites.net';
  assert.deepEqual(await addresses('https://bao-cao.vks.vn/'), [...both('https://bao-cao.vks.vn'), ...both(own)]);
  assert.deepEqual(await addresses(`${own}/`), both(own));
  assert.deepEqual(await addresses(''), both(own));
});

test('Who has a role signs in to the portal without consenting: it is consented to for everybody', async () => {
  const asked = { clientId: principals[application.appId].id, consentType: 'AllPrincipals', resourceId: principals[microsoftGraph].id, scope: 'openid profile' };
  assert.deepEqual(consents.filter(({ clientId }) => clientId === asked.clientId).map(({ id, ...rest }) => rest), [asked]);
});

test('A consent for everybody to something else is kept, and completed', async () => {
  const other = new Deployment();
  await other.up();
  const [consent] = other.state.consents.filter(({ consentType }) => consentType === 'AllPrincipals');
  for (const [before, after] of [['User.Read', 'User.Read openid profile'], ['profile User.Read', 'profile User.Read openid'], ['profile openid', 'profile openid']]) {
    consent.scope = before;
    assert.equal((await other.run('federate')).code, 0);
    assert.deepEqual(other.state.consents.filter(({ consentType }) => consentType === 'AllPrincipals'), [{ ...consent, scope: after }]);
  }
});

test('The directory that ships is loaded, and alerts are on at last', async () => {
  assert.equal(app.units.length, 88);
  assert.deepEqual(Object.values(alerts).flat().map(({ properties }) => properties.enabled ?? properties.Enabled), [true, true, true, true]);
  assert.deepEqual(alerts.webtests[0].properties, { Enabled: true, Request: {} });
  assert.equal(environment.ALERTS_ENABLED, 'true');
});

test('No budget is asked for', async () => {
  assert.equal(environment.BUDGET_START, undefined);
});

test('What is called that changes something, in this order', async () => {
  const { id, appId } = application;
  const principal = principals[appId].id;
  assert.deepEqual(changes(runs), [
    `PATCH /v1.0/applications(uniqueName='${unique}')`,
    `PATCH /v1.0/servicePrincipals(appId='${appId}')`,
    `POST /v1.0/applications/${id}/extensionProperties`,
    `PATCH /v1.0/applications/${id}`,
    'PATCH /v1.0/users/person-1',
    'POST /v1.0/servicePrincipals',
    'POST /v1.0/oauth2PermissionGrants',
    `POST /v1.0/servicePrincipals/${principal}/appRoleAssignedTo`,
    `PATCH /v1.0/applications(appId='${appId}')/federatedIdentityCredentials(name='app')`,
    `PATCH /v1.0/applications(appId='${appId}')`,
    'POST /v1.0/oauth2PermissionGrants',
    'PUT /api/units',
    'POST /api/cycles',
    ...['PUT webtests/health', 'PATCH scheduledQueryRules/alert-jobs', 'PATCH scheduledQueryRules/alert-mails', 'PATCH metricAlerts/alert-bus']
      .map(change => change.replace(' ', ` ${group}/providers/Microsoft.Insights/`)),
  ]);
});

test('No token is seen among the arguments of a program', async () => {
  const given = runs.flatMap(({ calls }) => calls).map(({ given }) => given.join(' '));
  assert.ok(given.some(line => line.includes('/api/units')));
  assert.deepEqual(given.filter(line => line.includes('token-of')), []);
});

test('A second deployment makes nothing twice and changes nothing', async () => {
  const before = lasting(first.state);
  const again = await first.up();
  assert.deepEqual(again.filter(({ code }) => code), []);
  assert.deepEqual(lasting(first.state), before);
  assert.deepEqual(changes(again).filter(asked => /^(POST|PUT)/.test(asked)), ['POST /api/cycles']);
  assert.deepEqual(changes(again).filter(asked => /alert|users/.test(asked)), []);
});

test('Another person who deploys later becomes no administrator', async () => {
  const later = new Deployment();
  await later.up();
  later.state.me = 'person-2';
  later.state.app.units = [];
  const runs = await later.up();
  assert.equal(later.state.assignments.length, 1);
  assert.equal(runs.at(-1).hook, 'load-units');
  assert.match(runs.at(-1).said, /az gives no token for the app: az login --scope/);
});

test('One who only hands in may not use the app through az', async () => {
  const other = new Deployment();
  await other.at('preprovision');
  assert.equal((await other.run('name-person', { given: ['unit-reporter', 'binh@vks.example', 'C2'] })).code, 0);
  assert.deepEqual(other.state.consents.map(({ principalId }) => principalId), ['person-1']);
});

test('Another administrator can be named', async () => {
  const other = new Deployment(untouched({ environment: { ...untouched().environment, FIRST_ADMINISTRATOR: 'binh@vks.example' } }));
  await other.at('preprovision');
  assert.deepEqual(other.state.assignments.map(({ principalId }) => principalId), ['person-2']);
});

test('A person of the centre drafts a cycle, discards it, and what a run before has left', async () => {
  const centre = new Deployment();
  await centre.up();
  centre.state.assignments[0].appRoleId = Object.values(centre.state.applications)[0].appRoles.find(({ value }) => value === 'centre').id;
  centre.state.app.cycles = [
    { id: 'left', title: 'x', plan: { number: 'SMOKE-TEST' }, phase: 'draft' },
    { id: 'real', title: 'x', plan: { number: '72/KH' }, phase: 'draft' }];
  const { code, said, calls } = await centre.run('smoke');
  assert.equal(code, 0, said);
  assert.deepEqual(centre.state.app.cycles.map(({ id, phase }) => [id, phase]), [['left', 'cancelled'], ['real', 'draft'], ['cycle3', 'cancelled']]);
  assert.deepEqual(changes([{ calls }]), ['POST /api/cycles', 'POST /api/cycles/left/cancel', 'POST /api/cycles/cycle3/cancel']);
});

// Microsoft Graph as far as the hooks ask it. Ids are counted, so that two runs can be compared.
import { refused } from './failure.js';

/** Microsoft's own application of that name; a tenant knows it when somebody there has used it. */
export const azureCli = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';

/** Of whom everybody asks who they are; every tenant knows it. */
export const microsoftGraph = '00000003-0000-0000-c000-000000000000';

const missing = what => refused('Not Found', 'Request_ResourceNotFound', `${what} does not exist or one of its queried reference-property objects are not present.`);

export function graph(method, url, body, upsert, cloud) {
  const path = decodeURIComponent(url.pathname).replace('/v1.0/', '');
  for (const [pattern, answer] of routes) {
    const match = pattern.exec(path);
    if (match) return answer({ method, body, upsert, cloud, query: url.searchParams }, ...match.slice(1));
  }
  throw missing(path);
}

const routes = [
  [/^applications$/, ({ query, cloud }) => ({ value: Object.values(cloud.applications).filter(({ uniqueName }) => `uniqueName eq '${uniqueName}'` === query.get('$filter')) })],
  [/^applications\(uniqueName='([\w-]+)'\)\/owners$/, ({ cloud }, name) => ({ value: cloud.applications[name].owners.map(id => ({ id })) })],
  [/^applications\(uniqueName='([\w-]+)'\)$/, (asked, name) => {
    const { method, body, upsert, cloud } = asked;
    const there = cloud.applications[name];
    if (method === 'GET') return there ?? fail(missing(name));
    if (there) return void Object.assign(there, body);
    if (!upsert) throw missing(name);
    return cloud.applications[name] = { ...body, uniqueName: name, id: id(cloud, 'object'), appId: id(cloud, 'application'), extensionProperties: [], federated: [], owners: [cloud.me] };
  }],
  [/^applications\/([\w-]+)$/, (asked, object) => void Object.assign(application(asked.cloud, object), checked(asked.body, application(asked.cloud, object)))],
  [/^applications\/([\w-]+)\/extensionProperties$/, ({ method, body, cloud }, object) => {
    const { appId, extensionProperties: all } = application(cloud, object);
    if (method === 'GET') return { value: all };
    const name = `extension_${appId.replaceAll('-', '')}_${body.name}`;
    if (all.some(each => each.name === name)) throw refused('Bad Request', 'Request_BadRequest', `An extension property exists with the name ${name}.`);
    all.push({ ...body, name });
    return all.at(-1);
  }],
  [/^applications\(appId='([\w-]+)'\)$/, ({ body, cloud }, appId) => void Object.assign(application(cloud, appId), body)],
  [/^applications\(appId='([\w-]+)'\)\/federatedIdentityCredentials\(name='(\w+)'\)$/, ({ body, upsert, cloud }, appId, name) => {
    const { federated } = application(cloud, appId);
    const there = federated.find(each => each.name === name);
    if (there) return void Object.assign(there, body);
    if (!upsert) throw missing(name);
    federated.push({ name, ...body });
  }],
  [/^servicePrincipals\(appId='([\w-]+)'\)$/, ({ method, body, upsert, cloud }, appId) => {
    if (method === 'GET') return cloud.principals[appId] ?? fail(missing(appId));
    application(cloud, appId);
    if (!cloud.principals[appId] && !upsert) throw missing(appId);
    cloud.principals[appId] ??= { id: id(cloud, 'principal') };
    Object.assign(cloud.principals[appId], body);
  }],
  [/^servicePrincipals$/, ({ method, body, query, cloud }) => {
    if (method === 'GET') return { value: Object.entries(cloud.principals).filter(([appId]) => `appId eq '${appId}'` === query.get('$filter')).map(([, principal]) => principal) };
    if (cloud.principals[body.appId]) throw refused('Conflict', 'Request_MultipleObjectsWithSameKeyValue', 'The service principal cannot be created: the name is already in use, it already exists.');
    return cloud.principals[body.appId] = { id: id(cloud, 'principal') };
  }],
  [/^oauth2PermissionGrants$/, ({ method, body, query, cloud }) => {
    if (method === 'GET') return { value: cloud.consents.filter(consent => fits(consent, query.get('$filter'))) };
    if (cloud.consents.some(each => ['clientId', 'principalId', 'resourceId'].every(key => each[key] === body[key]))) throw refused('Conflict', 'Request_MultipleObjectsWithSameKeyValue', 'Permission entry already exists.');
    cloud.consents.push({ id: id(cloud, 'consent'), ...body });
  }],
  [/^oauth2PermissionGrants\/([\w-]+)$/, ({ body, cloud }, grant) => void Object.assign(cloud.consents.find(each => each.id === grant) ?? fail(missing(grant)), body)],
  [/^servicePrincipals\/([\w-]+)\/appRoleAssignedTo$/, ({ method, body, cloud }, principal) => {
    if (method === 'GET') return { value: cloud.assignments.filter(({ resourceId }) => resourceId === principal) };
    const appId = Object.keys(cloud.principals).find(key => cloud.principals[key].id === principal);
    if (!application(cloud, appId).appRoles.some(role => role.id === body.appRoleId)) throw refused('Bad Request', 'Request_BadRequest', 'Permission being assigned was not found on application.');
    if (cloud.assignments.some(each => each.principalId === body.principalId && each.appRoleId === body.appRoleId)) throw refused('Bad Request', 'Request_BadRequest', 'Permission being assigned already exists on the object.');
    cloud.assignments.push({ ...body, principalDisplayName: cloud.users[body.principalId].displayName });
  }],
  [/^me$/, ({ cloud }) => cloud.users[cloud.me]],
  [/^users\/([^/]+)$/, ({ method, body, cloud }, who) => method === 'GET' ? user(cloud, who) : void Object.assign(user(cloud, who), body)],
  [/^users\/([^/]+)\/appRoleAssignments$/, ({ query, cloud }, who) => ({
    value: cloud.assignments.filter(({ principalId, resourceId }) => principalId === user(cloud, who).id && `resourceId eq ${resourceId}` === query.get('$filter')),
  })],
];

/** An attribute must be there before it is claimed. */
function checked(body, { extensionProperties }) {
  for (const { name, source } of body.optionalClaims?.accessToken ?? []) {
    if (source === 'user' && !extensionProperties.some(each => each.name === name)) throw refused('Bad Request', 'Request_BadRequest', `The claim ${name} has no source.`);
  }
  return body;
}

/** Whether it is as "key eq 'value' and key eq 'value'" wants it. */
function fits(object, filter) {
  return filter.split(' and ').every(part => {
    const [, key, value] = /^(\w+) eq '([^']*)'$/.exec(part);
    return object[key] === value;
  });
}

function application(cloud, key) {
  return Object.values(cloud.applications).find(({ id, appId }) => id === key || appId === key) ?? fail(missing(key));
}

function user(cloud, who) {
  return Object.values(cloud.users).find(({ id, userPrincipalName }) => id === who || userPrincipalName === who) ?? fail(missing(who));
}

function id(cloud, kind) {
  return `${kind}-${++cloud.made}`;
}

function fail(failure) {
  throw failure;
}

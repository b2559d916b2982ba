// The app's API as far as the hooks call it; who is asking is what Entra says of them.
const problem = (status, type) => ({ status, answer: { type: `/problems/${type}`, status } });

export function api(asked, headers, body, cloud) {
  const { app } = cloud;
  if (app.startsIn > 0) {
    app.startsIn--;
    return { status: 503, answer: { status: 'starting' } };
  }
  if (asked === 'GET /api/health') return app.ill ? { status: 503, answer: { status: 'ill' } } : { status: 200, answer: { status: 'ok' } };
  if (!headers.Authorization && !app.open) return problem(401, 'not-signed-in');
  const role = roleOf(headers.Authorization ?? '', cloud);
  if (!role) return problem(403, 'not-permitted');
  const [, cycle] = /^POST \/api\/cycles\/(\w+)\/cancel$/.exec(asked) ?? [];
  if (asked === 'GET /api/units') return { status: 200, answer: { items: app.units.slice(0, 1).map(code => ({ code })), continuation: null } };
  if (asked === 'PUT /api/units') {
    if (role !== 'administrator') return problem(403, 'not-permitted');
    if (headers['If-None-Match'] !== '*' || app.units.length) return problem(412, 'directory-stale');
    app.units = body.trim().split('\n').slice(1).map(line => line.split(',')[0]);
    return { status: 200, answer: { units: app.units.length } };
  }
  if (role !== 'centre') return problem(403, 'not-permitted');
  if (asked === 'GET /api/cycles') return { status: 200, answer: { items: app.cycles } };
  if (asked === 'POST /api/cycles') {
    if (!headers['Idempotency-Key']) return problem(400, 'idempotency-key-missing');
    app.cycles.push({ id: `cycle${app.cycles.length + 1}`, ...JSON.parse(body), phase: 'draft' });
    return { status: 201, answer: app.cycles.at(-1) };
  }
  const found = app.cycles.find(({ id }) => id === cycle);
  if (!found) return problem(404, 'cycle-unknown');
  if (app.keepsDrafts) return problem(500, 'fault');
  found.phase = 'cancelled';
  return { status: 200, answer: found };
}

function roleOf(authorization, { applications, principals, assignments, users }) {
  const [, who, appId] = /^Bearer token-of-(\S+)-for-(\S+)$/.exec(authorization) ?? [];
  if (!who || !users[who][`extension_${appId.replaceAll('-', '')}_unit`]) return undefined;
  const roles = assignments.filter(({ principalId, resourceId }) => principalId === who && resourceId === principals[appId].id);
  const { appRoles } = Object.values(applications).find(each => each.appId === appId);
  return roles.length === 1 ? appRoles.find(({ id }) => id === roles[0].appRoleId).value : undefined;
}

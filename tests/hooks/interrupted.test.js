// The network goes at every call of every hook, before it or with its reply: the hook says so, and once more it ends as if nothing had been.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Deployment, hooksAt, lasting } from './deployment.js';

const whole = new Deployment();
const steps = [];
for (const moment of ['preprovision', 'postprovision', 'postdeploy']) {
  if (moment === 'postprovision') whole.provision();
  for (const hook of hooksAt(moment)) {
    const before = lasting(whole.state);
    const { code, calls } = await whole.run(hook);
    assert.equal(code, 0);
    steps.push({ hook, before, calls: calls.length, after: lasting(whole.state) });
  }
}

// Only a person of the centre drafts.
whole.state.assignments[0].appRoleId = Object.values(whole.state.applications)[0].appRoles.find(({ value }) => value === 'centre').id;
const asCentre = lasting(whole.state);
steps.push({ hook: 'smoke', before: asCentre, calls: (await whole.run('smoke')).calls.length, after: lasting(whole.state) });

for (const { hook, before, calls, after } of steps.filter(step => step.calls)) {
  test(`${hook}: the network is gone from a call on, and comes back`, async () => {
    for (let at = 1; at <= calls; at++) {
      const deployment = new Deployment({ ...before, calls: [], fault: { at, how: 'down' } });
      const broken = await deployment.run(hook, { environment: { HOOK_TRIES: '1' } });
      // What one may do is asked as a courtesy: Azure refuses later.
      if (broken.code === 0) assert.deepEqual([hook, at], ['signed-in', calls], broken.said);
      else assert.match(broken.said, new RegExp(`^${hook}: |^name-person: `, 'm'));
      delete deployment.state.fault;
      const { code, said } = await deployment.run(hook);
      assert.equal(code, 0, `${at}: ${said}`);
      assert.deepEqual(comparable(deployment.state), comparable(after), `${at}`);
    }
  });

  test(`${hook}: a reply is lost, and the call tried again`, async () => {
    for (let at = 1; at <= calls; at++) {
      const deployment = new Deployment({ ...before, calls: [], fault: { at, how: 'reply lost' } });
      const { code: first, said: then } = await deployment.run(hook);
      if (deployment.state.calls[at - 1].given[0] === 'rest') assert.equal(first, 0, `${at}: ${then}`);
      delete deployment.state.fault;
      const { code, said } = await deployment.run(hook);
      assert.equal(code, 0, `${at}: ${said}`);
      assert.deepEqual(comparable(deployment.state), comparable(after), `${at}`);
    }
  });
}

/** Names of cycles differ with the number of runs; none may be left as a draft. */
function comparable(state) {
  const { app, ...rest } = lasting(state);
  return { ...rest, app: { ...app, cycles: app.cycles.filter(({ phase }) => phase === 'draft') } };
}

// Plays a deployment: the hooks of azure.yaml in their order, each a process of its own, between them what azd does.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after } from 'node:test';
import { programOf, serve } from './cloud/cloud.js';
import { microsoftGraph } from './cloud/graph.js';

export const root = join(import.meta.dirname, '../..');
const subscription = '11111111-2222-3333-4444-555555555555';
const home = mkdtempSync(join(tmpdir(), 'hooks-'));
const socket = join(home, 'socket');
const worlds = new Map();
const server = await serve(worlds, socket);
after(() => {
  server.close();
  rmSync(home, { recursive: true, force: true });
});

/** @returns {string[][]} the commands that azure.yaml runs at a moment, e.g. preprovision. */
export function hooksAt(moment) {
  const text = readFileSync(join(root, 'azure.yaml'), 'utf8').split(/^hooks:$/m)[1];
  return new RegExp(`^  ${moment}:\\n((?:    .*\\n)+)`, 'm').exec(text)[1].trim().split('\n').map(line => /run: KEEP=azd bicep\/hooks\/([\w-]+) }/.exec(line)[1]);
}

/** A tenant and a subscription in which nothing has been deployed yet; the person signed in owns both. */
export function untouched(change = {}) {
  return {
    account: { id: subscription, tenantId: 'tenant-1', user: { type: 'user', name: 'an@vks.example' } },
    permissions: [{ actions: ['*'], notActions: [] }],
    me: 'person-1',
    users: {
      'person-1': { id: 'person-1', userPrincipalName: 'an@vks.example', mail: 'an@mail.vks.vn', displayName: 'An' },
      'person-2': { id: 'person-2', userPrincipalName: 'binh@vks.example', mail: null, displayName: 'Bình' },
    },
    applications: {}, principals: { [microsoftGraph]: { id: 'principal-graph' } }, assignments: [], consents: [], groups: [], accounts: [], budgets: [], sites: [], identities: [], denied: [], made: 0,
    alerts: { scheduledQueryRules: [], metricAlerts: [], webtests: [] },
    app: { units: [], cycles: [], startsIn: 0 },
    environment: { AZURE_ENV_NAME: 'dev', AZURE_SUBSCRIPTION_ID: subscription, AZURE_LOCATION: 'southeastasia' },
    calls: [],
    ...change,
  };
}

export class Deployment {
  constructor(state = untouched(), programs = ['az', 'azd', 'curl', 'node', 'npm']) {
    this.state = structuredClone(state);
    const world = `${worlds.size}`;
    this.folder = join(home, world);
    mkdirSync(join(this.folder, 'bin'), { recursive: true });
    for (const name of programs) {
      writeFileSync(join(this.folder, 'bin', name), programOf(name, socket, world, this.folder));
      chmodSync(join(this.folder, 'bin', name), 0o755);
    }
    worlds.set(world, this);
  }

  /** @returns {Promise<{ code: number, said: string, printed: string, calls: object[] }>} */
  async run(hook, { given = [], environment = {}, path = '/usr/bin:/bin' } = {}) {
    this.state.calls = [];
    const run = spawn(join(root, 'bicep/hooks', hook), given, {
      timeout: 60_000,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: `${join(this.folder, 'bin')}:${path}`, TMPDIR: this.folder, KEEP: 'azd', HOOK_TRIES: '2', HOOK_PAUSE: '0',
        ...this.state.environment, ...environment,
      },
    });
    const ended = new Promise(resolve => run.once('close', resolve));
    const [printed, said, code] = await Promise.all([text(run.stdout), text(run.stderr), ended]);
    return { code, said, printed, calls: this.state.calls };
  }

  /** What one hook after the other says, up to the first that refuses. */
  async at(moment) {
    const runs = [];
    for (const hook of hooksAt(moment)) {
      runs.push({ hook, ...await this.run(hook) });
      if (runs.at(-1).code) break;
    }
    return runs;
  }

  /** What bicep makes: outputs, a group, alerts that are on or off as the parameter says. */
  provision() {
    const { state } = this;
    const { AZURE_ENV_NAME, ALERTS_ENABLED, BUDGET_AMOUNT = '0', BUDGET_START } = state.environment;
    const enabled = ALERTS_ENABLED === 'true';
    const alert = name => ({ name, properties: { enabled } });
    const test = { name: 'health', location: 'southeastasia', tags: {}, kind: 'standard', properties: { Enabled: enabled, Request: {} } };
    Object.assign(state.environment, { FUNCTION_APP_ADDRESS: 'https://func-vks.azurewebsites.net', APP_IDENTITY: 'identity-1' });
    state.groups = [{ name: `rg-${AZURE_ENV_NAME}-vks`, tags: { 'azd-env-name': AZURE_ENV_NAME, system: 'vks-serverless' } }];
    state.sites = [{ name: 'func-vks', properties: { defaultHostName: 'func-vks.azurewebsites.net' } }];
    const id = `/subscriptions/${subscription}/resourceGroups/${state.groups[0].name}/providers/Microsoft.Storage/storageAccounts/stvksev1`;
    if (!state.accounts.length) state.accounts = [{ id: id.replace('stvksev1', 'stvks1'), name: 'stvks1' }, { id, name: 'stvksev1', received: { state: 'Unlocked' } }];
    state.identities = [{ properties: { principalId: 'identity-1' } }];
    state.alerts = { scheduledQueryRules: [alert('alert-jobs'), alert('alert-mails')], metricAlerts: [alert('alert-bus')], webtests: [test] };
    if (BUDGET_AMOUNT !== '0') state.budgets = [{ properties: { timePeriod: { startDate: `${BUDGET_START}T00:00:00Z` } } }];
  }

  /** azd up. */
  async up() {
    const before = await this.at('preprovision');
    if (before.at(-1).code) return before;
    this.provision();
    const provisioned = [...before, ...await this.at('postprovision')];
    return provisioned.at(-1).code ? provisioned : [...provisioned, ...await this.at('postdeploy')];
  }
}

/** The state without what a run leaves of itself. */
export function lasting({ calls, fault, ...state }) {
  return structuredClone(state);
}

/** The calls that change something. */
export function changes(runs) {
  return runs.flatMap(({ calls }) => calls).map(({ asked }) => asked).filter(asked => asked && !/^GET/.test(asked));
}

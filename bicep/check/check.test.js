import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { check } from './check.js';
import { Compiler, run } from './compiler.js';
import { keysOf as namesOf } from './expressions.js';
import { kindOf, monthly } from './operations.js';
import { subscriptionsOf } from './rules/bus.js';
import { keysOf } from './rules/readers.js';
import { storageNamesOf } from './rules/storage.js';
import { triggersOf } from './rules/triggers.js';
import { listed, valuesAt } from './rules/values.js';
import { groupsOf, readyInstances } from './scaling.js';
import agreements from './broken/agreements.js';
import app from './broken/app.js';
import drawn from './broken/drawn.js';
import modules from './broken/modules.js';
import security from './broken/security.js';
import symbols from './broken/symbols.js';
import types from './broken/types.js';

const root = join(import.meta.dirname, '..');
const repository = join(root, '..');
const long = Boolean(process.env.VKS_LONG);
const played = {
  dev: 'dev.bicepparam', prod: 'prod.bicepparam',
  closed: 'check/deployments/closed.bicepparam', elsewhere: 'check/deployments/elsewhere.bicepparam',
};
// What the check reads beside the templates.
const ofTheApp = [
  'azure.yaml', 'host.json', 'Directory.Build.props', 'shared/Application/Events', 'shared/Domain/Reports', 'functions', 'infra/azure', 'infra/web',
];
const broken = [...symbols, ...types, ...modules, ...security, ...agreements, ...app, ...drawn];

const compiler = new Compiler();
after(() => compiler.close());

test('The templates are right, and were looked at', async () => {
  const { findings, deployments } = await check(compiler);
  const planned = deployments.flatMap(each => each.planned);
  const unmet = listed.filter(({ type, property }) => !planned.some(each => each.type === type && valuesAt(each.body, property).length));

  assert.deepEqual(findings, []);
  assert.ok(deployments.length >= 5 && planned.length >= 400);
  assert.deepEqual(unmet, [], 'Each list of values is of a property that some resource has.');
});

describe('The compiler’s own commands find nothing to say', { concurrency: 2 }, () => {
  const written = [['build', 'main.bicep'], ['build-params', 'dev.bicepparam'], ['build-params', 'prod.bicepparam']];
  const validated = ['dev.bicepparam', 'prod.bicepparam'].map(file => ['snapshot', file, '--mode', 'validate']);
  for (const [command, file] of written) {
    test(`${command} ${file}`, async () => {
      const { code, said } = await run(command, join(root, file), '--stdout');

      assert.equal(code, 0);
      assert.doesNotThrow(() => JSON.parse(said), said);
    });
  }
  for (const [command, file, ...options] of [['lint', 'main.bicep'], ...validated]) {
    test(`${command} ${file}`, async () => {
      const { code, said } = await run(command, join(root, file), ...options);

      assert.deepEqual({ code, said: said.trim() }, { code: 0, said: '' });
    });
  }
});

test('At least 120 faults are tried, each under its own name', () => {
  assert.ok(broken.length >= 120);
  assert.equal(new Set(broken.map(({ fault }) => fault)).size, broken.length);
});

// Each in the deployment that shows it; with VKS_LONG in all of them.
describe('A fault is found', { concurrency: 2 }, () => {
  for (const { fault, rule, file, find, replace, also = [], at = file, beside = [], deployment = 'prod' } of broken) {
    test(`${rule}: ${fault}`, async () => {
      const { root, app, remove } = copy([[file, find, replace], ...also]);
      try {
        const deployments = long || drawn.some(each => each.fault === fault) ? undefined : [played[deployment]];
        const { findings } = await check(compiler, { root, app, deployments });

        assert.deepEqual(placesOf(findings), placesIn([`${at} ${rule}`, ...beside]), JSON.stringify(findings, undefined, 1));
        for (const { line, message, mend } of findings) assert.ok(line > 0 && message && mend);
      } finally {
        remove();
      }
    });
  }
});

test('No property of storage, bus, vault and app can be misspelt unnoticed', async () => {
  const { root, remove } = copy([]);
  try {
    for (const name of ['storage', 'evidence', 'service-bus', 'service-bus-subscription', 'vault', 'function-app']) {
      const path = join(root, `modules/${name}.bicep`);
      const text = readFileSync(path, 'utf8');
      for (const { index, 0: key } of text.matchAll(/(?<=^ +|[{,] )\w+(?=: )/gm)) {
        writeFileSync(path, `${text.slice(0, index)}${key}x${text.slice(index + key.length)}`);
        const said = await compiler.diagnose(path);
        // Of a setting only the app knows whether its name is right.
        const { findings } = said.length ? { findings: said } : await check(compiler, { root, app: repository, deployments: [played.closed] });

        assert.ok(findings.length > 0, `${name}: ${key}x`);
      }
      writeFileSync(path, text);
    }
  } finally {
    remove();
  }
});

test('Every way in which the app names a setting is read', () => {
  const text = [
    'const string RootKey = "Root";', 'const string DeepKey = $"{RootKey}:deep";',
    'var a = configuration["Flat"];', 'var b = Setting(configuration, "Some:Where");', 'var c = "not: one";',
    'var d = settings["Other"];', 'var e = configuration.GetValue<int>("Number");', 'var f = Environment.GetEnvironmentVariable("FROM_OUTSIDE");',
  ].join('\n');

  const found = keysOf(text, 'a.cs').map(({ key, line }) => `${line} ${key}`);

  assert.deepEqual(found, ['1 Root', '2 Root:deep', '3 Flat', '4 Some:Where', '6 Other', '7 Number', '8 FROM_OUTSIDE']);
});

test('Subscriptions, triggers and names of the storage are read from the source', () => {
  const source = 'const string Topic = "t";\nconst string A = "a";\n [A] = [nameof(X),\n nameof(Y), Again(A)],';
  const { topic, subscriptions } = subscriptionsOf(source);
  const triggers = triggersOf('\n[ServiceBusTrigger(Subscriptions.Topic,\n Subscriptions.A, Connection = Bus)]');
  const names = storageNamesOf('configuration[TableKey] ?? "rows", configuration[OneKey] ?? "one"');

  assert.deepEqual([topic, [...subscriptions].map(([name, subjects]) => [name, ...subjects])], ['t', [['a', 'again.a', 'X', 'Y']]]);
  assert.deepEqual(triggers, [{ constant: 'A', line: 2 }]);
  assert.deepEqual(names, { table: 'rows', containers: ['one'] });
});

test('The names of an object are read from an expression that only Azure can resolve', () => {
  const given = `createObject('a', format('{0}, b', reference('x', '1').y), 'c', createObject('d', 1))`;
  const chosen = `if(empty(parameters('p')), createObject(), variables('more'))`;

  assert.deepEqual(namesOf(`[union(${given}, ${chosen})]`, { more: { e: 1 } }), ['a', 'c', 'e']);
});

test('Over zones two instances are ready for each scaling group, otherwise those that are asked for', () => {
  const scaleAndConcurrency = { instanceMemoryMB: 2048, alwaysReady: [{ instanceCount: 1 }] };
  const site = { type: 'Microsoft.Web/sites', body: { properties: { functionAppConfig: { scaleAndConcurrency } } } };
  const plan = zoneRedundant => ({ type: 'Microsoft.Web/serverfarms', body: { properties: { zoneRedundant } } });
  const groups = groupsOf(repository);

  assert.deepEqual(groups, ['Durable', 'HTTP', 'ServiceBus', 'ServiceBus', 'ServiceBus', 'ServiceBus', 'Timer']);
  assert.deepEqual(readyInstances({ planned: [site, plan(true)] }, groups), { instances: 14, memory: 2 });
  assert.deepEqual(readyInstances({ planned: [site, plan(false)] }, groups), { instances: 1, memory: 2 });
});

test('Each operation is billed as Azure bills it, and a month has its cycles and its hours', () => {
  const kinds = {
    'table operations': [['table', 'GET entity'], ['table', 'POST $batch'], ['table', 'MERGE entity']],
    'queue operations': [['queue', 'GET messages (peek)'], ['queue', 'PUT queue']],
    'blob writes': [['blob', 'PUT blob block'], ['blob', 'PUT container'], ['blob', 'GET container list'], ['blob', 'GET blob list']],
    'blob reads': [['blob', 'HEAD blob'], ['blob', 'GET container'], ['blob', 'PUT blob lease']],
    'bus operations': [['bus', 'SendBatch'], ['bus', 'RenewLock']],
    free: [['blob', 'DELETE blob'], ['bus', 'Accept']],
    mails: [['mail', 'send']],
    'vault operations': [['vault', 'POST wrapkey'], ['vault', 'POST unwrapkey']],
  };
  const cycle = [{ service: 'bus', name: 'Send', count: 5 }];
  const counted = { cycles: { prod: 3 }, cycle, hour: [{ service: 'bus', name: 'Peek', count: 2 }] };

  for (const [kind, names] of Object.entries(kinds)) {
    for (const [service, name] of names) assert.equal(kindOf({ service, name }), kind, name);
  }
  assert.equal(kindOf({ service: 'bus', name: 'Sent' }), undefined);
  assert.equal(monthly(counted, 'bus operations', 'prod'), 3 * 5 + 730 * 2);
});

function placesOf(findings) {
  return placesIn(findings.map(({ file, rule }) => `${file} ${rule}`));
}

/** Sorted and once each; parameter files that have the same from one another are one place. */
function placesIn(found) {
  return [...new Set(found.map(each => each.replace(/^\S*\.bicepparam /, '*.bicepparam ')))].sort();
}

/** A copy of the templates, and of the app where it is edited; each edit in a text that must be there exactly once. */
function copy(edits) {
  const folder = mkdtempSync(join(tmpdir(), 'bicep-'));
  const ofApp = edits.some(([file]) => file.startsWith('../'));
  cpSync(root, join(folder, 'bicep'), { recursive: true, filter: path => !/check\/(?!deployments)/.test(path.slice(root.length)) });
  for (const path of ofApp ? ofTheApp : []) {
    cpSync(join(repository, path), join(folder, path), { recursive: true, filter: name => !/\/(bin|obj|node_modules)$/.test(name) });
  }
  for (const [file, find, replace] of edits) {
    const path = join(folder, 'bicep', file);
    const text = readFileSync(path, 'utf8');
    assert.equal(text.split(find).length, 2, `“${find}” stands not once in ${file}`);
    writeFileSync(path, text.replace(find, () => replace));
  }
  return { root: join(folder, 'bicep'), app: ofApp ? folder : repository, remove: () => rmSync(folder, { recursive: true }) };
}

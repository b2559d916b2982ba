import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check } from './check.js';
import { subscriptionsOf } from './rules/bus.js';
import { keysOf } from './rules/readers.js';
import { storageNamesOf } from './rules/storage.js';
import agreements from './broken/agreements.js';
import modules from './broken/modules.js';
import security from './broken/security.js';
import symbols from './broken/symbols.js';
import types from './broken/types.js';

const root = join(import.meta.dirname, '..');
// Another tree of the app to hold the templates against, for people who work on both at once.
const app = process.env.BICEP_APP ? { app: process.env.BICEP_APP } : {};
const broken = [...symbols, ...types, ...modules, ...security, ...agreements];

test('The templates are right, and were looked at', () => {
  const { findings, counts } = check(app);
  assert.deepEqual(findings, []);
  assert.ok(counts.files >= 20 && counts.resources >= 60 && counts.properties >= 600 && counts.planned >= 200, JSON.stringify(counts));
});

test('At least 40 faults are tried, each under its own name', () => {
  assert.ok(broken.length >= 40);
  assert.equal(new Set(broken.map(({ fault }) => fault)).size, broken.length);
});

for (const { fault, rule, file, find, replace, also = [], at = file, count = 1 } of broken) {
  test(`${rule}: ${fault}`, () => {
    const { findings } = check({ ...app, replaced: broke([[file, find, replace], ...also]) });
    assert.deepEqual(findings.map(finding => `${finding.file} ${finding.rule}`), Array(count).fill(`${at} ${rule}`), findings.map(({ message }) => message).join('\n'));
    for (const { line, message, mend } of findings) assert.ok(line > 0 && message && mend);
  });
}

test('No property of storage, bus and app can be misspelt unnoticed', () => {
  for (const file of ['modules/storage.bicep', 'modules/evidence.bicep', 'modules/service-bus.bicep', 'modules/service-bus-subscription.bicep', 'modules/function-app.bicep']) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const { index, 0: key } of text.matchAll(/(?<=^ +|[{,] )\w+(?=: )/gm)) {
      const misspelt = `${text.slice(0, index)}${key}x${text.slice(index + key.length)}`;
      assert.ok(check({ ...app, replaced: new Map([[file, misspelt]]) }).findings.length, `${file}: ${key}x`);
    }
  }
});

test('Every way in which the app names a setting is read', () => {
  const text = `const string RootKey = "Root";\nconst string DeepKey = $"{RootKey}:deep";\nvar a = configuration["Flat"];\nvar b = Setting(configuration, "Some:Where");\nvar c = "not: one";`;
  assert.deepEqual(keysOf(text, 'a.cs').map(({ key, line }) => `${line} ${key}`), ['1 Root', '2 Root:deep', '3 Flat', '4 Some:Where']);
});

test('Subscriptions and names of the storage are read from the source', () => {
  const { topic, subscriptions } = subscriptionsOf('const string Topic = "t";\nconst string A = "a";\n [A] = [nameof(X),\n nameof(Y), Again(A)],');
  assert.deepEqual([topic, [...subscriptions].map(([name, subjects]) => [name, ...subjects])], ['t', [['a', 'again.a', 'X', 'Y']]]);
  assert.deepEqual(storageNamesOf('configuration[TableKey] ?? "rows", configuration[OneKey] ?? "one"'), { table: 'rows', containers: ['one'] });
});

/** The real templates with one place changed, which must be there exactly once. */
function broke(edits) {
  const replaced = new Map();
  for (const [file, find, replace] of edits) {
    const text = replaced.get(file) ?? readFileSync(join(root, file), 'utf8');
    assert.equal(text.split(find).length, 2, `“${find}” stands not once in ${file}`);
    replaced.set(file, text.replace(find, () => replace));
  }
  return replaced;
}

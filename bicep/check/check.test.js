import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check } from './check.js';
import agreements from './broken/agreements.js';
import modules from './broken/modules.js';
import security from './broken/security.js';
import symbols from './broken/symbols.js';
import types from './broken/types.js';

const root = join(import.meta.dirname, '..');
// Another tree of the app to hold the templates against, for whoever works on both at once.
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

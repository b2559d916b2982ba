// node check.js [--draw]: holds the templates against Azure's schemas and against the app. Ends with 1 where it finds a fault.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Circle, plan } from './language/evaluation.js';
import { Findings } from './language/findings.js';
import { Program } from './language/program.js';
import { Schemas } from './language/schemas.js';
import { expressionsOf } from './language/walking.js';
import { drawn } from './page.js';
import { holdAzd } from './rules/azd.js';
import { holdBus } from './rules/bus.js';
import { holdHost } from './rules/host.js';
import { holdLocks } from './rules/locks.js';
import { holdNetwork, holdZones } from './rules/network.js';
import { holdParameters } from './rules/parameters.js';
import { holdReaders } from './rules/readers.js';
import { holdRoleIds, holdRoles } from './rules/roles.js';
import { holdSecrets } from './rules/secrets.js';
import { holdSettings } from './rules/settings.js';
import { holdStart } from './rules/start.js';
import { holdImmutability, holdStorage } from './rules/storage.js';
import { holdSymbols } from './rules/symbols.js';
import { holdTemplates } from './rules/templates.js';
import { holdWatching } from './rules/watching.js';

const here = import.meta.dirname;
const parameterFiles = ['dev.bicepparam', 'prod.bicepparam'];

// The deployments that are played: as they are given, and with the parameters that neither uses.
const deployments = [
  ['dev.bicepparam', {}],
  ['prod.bicepparam', {}],
  ['prod.bicepparam', { environmentName: 'live', location: 'elsewhere', alertsEnabled: true }],
  ['prod.bicepparam', { publicEntrance: false, durableBackend: 'scheduler', mailDomain: 'vks.example', mailDomainVerified: true }],
  ['dev.bicepparam', { publicEntrance: false, durableBackend: 'scheduler', mailDomain: 'vks.example', immutabilityLocked: true, monthlyBudget: 100 }],
];

/** @param replaced texts to take instead of those of the files, by path. */
export function check({ root = join(here, '..'), app = join(here, '../..'), schemas = join(here, 'schemas'), replaced = new Map() } = {}) {
  const findings = new Findings();
  const program = new Program(root, replaced);
  const known = new Schemas(schemas);
  const { counts, inferences } = holdTemplates(program, known, findings);
  counts.properties += holdParameters(program, parameterFiles, known, findings);
  counts.files += parameterFiles.length;
  const sound = findings.all.length === 0;
  // What cannot be read may be what uses something.
  if (!findings.all.some(({ rule }) => rule === 'syntax')) holdSymbols(program, inferences, findings);
  holdStart(inferences, known, findings);
  holdSecrets(inferences, findings);
  holdRoleIds(inferences, findings);
  holdReaders(app, findings);
  let page;
  if (sound) {
    // Only templates that are right in themselves can be played.
    const plans = deployments.flatMap(([file, overrides]) => played(program, file, overrides, findings));
    for (const each of plans) {
      for (const hold of [holdLocks, holdRoles, holdNetwork, holdZones, holdWatching, holdImmutability]) hold(each, findings);
      for (const hold of [holdAzd, holdBus, holdHost, holdStorage, holdSettings]) hold(each, app, findings, (file, key) => lineOf(program.file(file), key));
    }
    counts.deployments = plans.length;
    counts.planned = plans.reduce((sum, { planned }) => sum + planned.length, 0);
    if (!findings.all.length) page = drawn(program.text('README.md'), program.text('prices.json'), plans[1], plans[0]);
    if (page && page !== program.text('README.md')) findings.add('README.md', 1, 'diagram', 'The drawing is not of these templates.', 'Draw it again: node check.js --draw.');
  }
  return { counts, findings: findings.sorted(), page };
}

function played(program, file, overrides, findings) {
  try {
    return [plan(program, file, overrides)];
  } catch (circle) {
    if (!(circle instanceof Circle)) throw circle;
    findings.add(circle.file, circle.line, 'circle', circle.message, 'Take out one of the references that lead round.');
    return [];
  }
}

/** Where a property stands in a file. */
function lineOf(file, key) {
  for (const statement of file.statements) {
    for (const { kind, properties } of expressionsOf(statement)) {
      const found = kind === 'object' && properties.find(property => property.key === key);
      if (found) return found.line;
    }
  }
  return undefined;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  let result = check();
  if (process.argv.includes('--draw') && result.page) {
    writeFileSync(join(here, '../README.md'), result.page);
    result = check();
  }
  const { counts, findings } = result;
  for (const { file, line, rule, message, mend } of findings) console.log(`${join('bicep', file)}:${line} ${rule}: ${message} ${mend}`);
  console.log(`${Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(', ')}, ${findings.length} findings`);
  process.exitCode = findings.length ? 1 : 0;
}

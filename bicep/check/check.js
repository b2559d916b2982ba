// node check.js [--draw]: has the compiler judge the templates, then holds what they deploy against the app. Ends with 1 where there
// is a fault. --draw writes what is drawn from the templates: their format, the snapshots, diagram, costs, operations and scaling groups
// in README.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from './compilation.js';
import { Compiler, run } from './compiler.js';
import { deployment } from './deployment.js';
import { Findings } from './findings.js';
import { holdOperations } from './operations.js';
import { drawn } from './page.js';
import { holdAzd } from './rules/azd.js';
import { holdBus } from './rules/bus.js';
import { holdCalls } from './rules/calls.js';
import { holdHealth } from './rules/health.js';
import { holdHost } from './rules/host.js';
import { holdLocks } from './rules/locks.js';
import { holdNetwork, holdZones } from './rules/network.js';
import { holdPrices } from './rules/prices.js';
import { holdReaders } from './rules/readers.js';
import { holdRoleIds, holdRoles } from './rules/roles.js';
import { holdKeys, holdSecrets } from './rules/secrets.js';
import { holdSettings } from './rules/settings.js';
import { holdSpelling } from './rules/spelling.js';
import { holdImmutability, holdStorage } from './rules/storage.js';
import { holdTags } from './rules/tags.js';
import { holdTriggers } from './rules/triggers.js';
import { holdUnused } from './rules/unused.js';
import { holdValues } from './rules/values.js';
import { holdWatching } from './rules/watching.js';
import { groupsOf } from './scaling.js';
import { Templates } from './templates.js';

const here = import.meta.dirname;
const ofTemplates = [holdSecrets, holdRoleIds, holdUnused];
const ofApp = [holdCalls, holdReaders, holdTriggers];
const ofDeployment = [holdSpelling, holdValues, holdKeys, holdTags, holdLocks, holdRoles, holdNetwork, holdZones, holdWatching, holdImmutability];
const ofDeploymentAndApp = [holdAzd, holdBus, holdHealth, holdHost, holdStorage, holdSettings];

/**
 * @param root the folder of the templates. @param app the repository whose code they are to fit.
 * @param deployments the parameter files that are looked at: all of them.
 * @returns findings, the deployments, and the text of each file that is drawn from the templates where those are right.
 */
export async function check(compiler, { root = join(here, '..'), app = join(here, '../..'), deployments: paths } = {}) {
  const findings = new Findings();
  const templates = new Templates(root);
  paths ??= templates.every('bicepparam');
  const { arm, parameters } = await compile(compiler, templates, paths, findings);
  if (!findings.none) return { findings: findings.sorted(), deployments: [], texts: new Map() };
  for (const hold of ofTemplates) hold(templates, arm, findings);
  for (const hold of ofApp) hold(app, findings);
  const deployments = (await Promise.all(paths.map(path => deployment(compiler, templates, path, parameters.get(path), findings)))).flat();
  for (const each of deployments) {
    for (const hold of ofDeployment) hold(each, findings);
    for (const hold of ofDeploymentAndApp) hold(each, app, findings, templates, arm);
  }
  // What is drawn from faulty templates would only be in the way.
  const all = paths.length === templates.every('bicepparam').length;
  const texts = findings.none && all ? await derived(compiler, templates, app, deployments, findings) : new Map();
  return { findings: findings.sorted(), deployments, texts };
}

async function derived(compiler, templates, app, deployments, findings) {
  const [dev, prod] = ['dev', 'prod'].map(stage => deployments.find(({ name }) => name === stage));
  const texts = new Map();
  const hold = (path, text, rule, message) => {
    texts.set(path, text);
    const is = templates.text(path).split('\n');
    const line = text.split('\n').findIndex((each, place) => each !== is[place]);
    if (text !== templates.text(path)) findings.add(path, Math.max(line, 0) + 1, rule, message, 'Renew it: node check.js --draw.');
  };
  const formatted = await Promise.all(templates.paths.map(path => compiler.format(join(templates.root, path))));
  templates.paths.forEach((path, place) => hold(path, formatted[place], 'format', 'The file is not in the compiler’s format.'));
  for (const { name, snapshot } of [dev, prod]) {
    hold(`${name}.snapshot.json`, `${JSON.stringify(snapshot, undefined, 2)}\n`, 'snapshot', 'The snapshot is not of these templates.');
  }
  const [prices, operations] = ['prices.json', 'operations.json'].map(path => JSON.parse(templates.text(path)));
  holdOperations(templates, findings);
  const page = drawn(templates.text('README.md'), prices, operations, groupsOf(app), prod, dev);
  hold('README.md', page, 'diagram', 'The drawing is not of these templates.');
  holdPrices(templates, app, [dev, prod], findings);
  return texts;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = join(here, '..');
  const compiler = new Compiler();
  let result = await check(compiler);
  if (process.argv.includes('--draw')) {
    for (const [path, text] of result.texts) writeFileSync(join(root, path), text);
    result = await check(compiler);
  }
  compiler.close();
  const { findings, deployments } = result;
  for (const { file, line, rule, message, mend } of findings) console.log(`${join('bicep', file)}:${line} ${rule}: ${message} ${mend}`);
  for (const { file } of findings.filter(({ rule }) => rule === 'snapshot')) {
    const { said } = await run('snapshot', join(root, file.replace('.snapshot.json', '.bicepparam')), '--mode', 'validate');
    console.log(said);
  }
  console.log(`${deployments.length} deployments, ${deployments.flatMap(({ planned }) => planned).length} resources, ${findings.length} findings`);
  process.exitCode = findings.length ? 1 : 0;
}

// node check.js [--draw]: holds the templates against Azure's schemas and against the app. Ends with 1 where it finds a fault.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Findings } from './language/findings.js';
import { Program } from './language/program.js';
import { Schemas } from './language/schemas.js';
import { holdTemplates } from './rules/templates.js';

const here = import.meta.dirname;

export function check({ root = join(here, '..'), schemas = join(here, 'schemas'), replaced } = {}) {
  const findings = new Findings();
  const program = new Program(root, replaced);
  const { counts, inferences } = holdTemplates(program, new Schemas(schemas), findings);
  return { counts, findings: findings.sorted() };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { counts, findings } = check(process.env.BICEP_SCHEMAS ? { schemas: process.env.BICEP_SCHEMAS } : {});
  for (const { file, line, rule, message, mend } of findings) console.log(`bicep/${file}:${line} ${rule}: ${message} ${mend}`);
  console.log(`${Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(', ')}, ${findings.length} findings`);
  process.exitCode = findings.length ? 1 : 0;
}

// What the compiler and its linter say, and what they make of the templates. Faults of types come as warnings: each is a finding.
import { join, relative } from 'node:path';

// “The referenced module has errors”: they are named where they stand.
const consequence = 'BCP104';

/**
 * @param paths the parameter files, each with the templates that it deploys.
 * @returns {Promise<{ arm: Map<string, object>, parameters: Map<string, object> }>} of each template its ARM JSON without that of
 * its modules, of each parameter file the values that main.bicep gets; nothing where there are findings.
 */
export async function compile(compiler, templates, paths, findings) {
  const compiled = path => compiler.compile(join(templates.root, path)).catch(fault => ({ fault, diagnostics: [] }));
  const results = await Promise.all(paths.map(compiled));
  for (const { source, range, code, message } of results.flatMap(({ diagnostics }) => diagnostics)) {
    const page = code.startsWith('BCP') ? 'core-diagnostics' : 'linter-diagnostics';
    const file = relative(templates.root, source);
    if (code !== consequence) findings.add(file, range.start.line + 1, code, message, `See aka.ms/bicep/${page}#${code}`);
  }
  // It also breaks off at a file that extends a faulty one.
  for (const [place, { fault }] of findings.none ? results.entries() : []) {
    if (fault) findings.add(paths[place], 1, 'compiler', `The compiler breaks off: ${fault.message}`, 'Have `bicep lint` say where.');
  }
  if (!findings.none) return {};
  const arm = new Map(parts(templates, 'main.bicep', JSON.parse(results[0].template)));
  const declared = arm.get('main.bicep').parameters;
  const values = results.map(({ parameters }) => valuesOf(declared, JSON.parse(parameters).parameters));
  return { arm, parameters: new Map(paths.map((path, place) => [path, values[place]])) };
}

/** A template and, below it, those of its modules, which stand in it in the order in which they are declared. */
function* parts(templates, path, { resources, ...arm }) {
  const isModule = ({ type }) => type === 'Microsoft.Resources/deployments';
  yield [path, { ...arm, resources: Object.values(resources).filter(resource => !isModule(resource)) }];
  const modules = Object.values(resources).filter(isModule);
  for (const [place, { target }] of templates.modules(path).entries()) yield* parts(templates, target, modules[place].properties.template);
}

/** What is given, and what the template takes where nothing is. */
function valuesOf(declared, given) {
  const names = Object.keys(declared);
  return Object.fromEntries(names.map(name => [name, given[name] ? given[name].value : declared[name].defaultValue]));
}

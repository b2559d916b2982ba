// A parameter file gives each parameter of main.bicep that has no default, and none that is not there.
import { Conformance } from '../language/conformance.js';
import { Inference } from '../language/inference.js';

export function holdParameters(program, files, schemas, findings) {
  let properties = 0;
  for (const path of files) {
    const file = program.file(path);
    for (const { line, text } of file?.faults ?? []) findings.add(path, line, 'syntax', `${text}.`, 'Bicep’s syntax is described at aka.ms/bicep.');
    if (!file || file.faults.length) continue;
    for (const { name, line } of file.every('param')) findings.add(path, line, 'syntax', `“${name}” is given no value.`, `Write param ${name} = ….`);
    const target = program.beside(file, file.every('using')[0]?.path ?? '');
    if (!target) { findings.add(path, 1, 'module-path', 'It does not say for which template it is.', 'Begin with using \'./main.bicep\'.'); continue; }
    const conformance = new Conformance(new Inference(program, file, schemas, findings), findings);
    const given = file.every('var').map(({ name, value, line }) => ({ key: name, value, line }));
    conformance.hold({ kind: 'object', line: file.every('using')[0].line, properties: given }, target.parameters);
    properties += conformance.properties;
  }
  return properties;
}

// Nothing is declared that nobody uses.
import { within } from '../language/walking.js';

export function holdSymbols(program, inferences, findings) {
  const asked = askedOutputs(program, inferences);
  for (const [path, { file, used }] of inferences) {
    for (const symbol of file.named) {
      const needed = ['param', 'var', 'type'].includes(symbol.kind) || symbol.existing;
      if (needed && !used.has(symbol) && file.symbols.get(symbol.name) === symbol) findings.add(path, symbol.line, 'unused', `Nobody uses ${symbol.kind} “${symbol.name}”.`, 'Take it out.');
    }
    for (const output of path === 'main.bicep' ? [] : file.every('output')) {
      if (!asked.has(`${path} ${output.name}`)) findings.add(path, output.line, 'unused', `Nobody asks for output “${output.name}”.`, 'Take it out.');
    }
  }
}

function askedOutputs(program, inferences) {
  const asked = new Set();
  for (const { file } of inferences.values()) {
    for (const statement of file.statements) {
      for (const node of [...within(statement.value), ...within(statement.body)]) {
        if (node.kind !== 'member' || node.of.name !== 'outputs') continue;
        const symbol = file.symbols.get([...within(node.of.of)].find(part => part.kind === 'identifier')?.name);
        if (symbol?.kind === 'module') asked.add(`${program.beside(file, symbol.path)?.path} ${node.name}`);
      }
    }
  }
  return asked;
}

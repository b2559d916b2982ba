// Names, conditions and loops must be known before anything is deployed.
import { bodyOf } from './templates.js';
import { within } from '../language/walking.js';

const known = new Set(['id', 'name', 'type', 'apiVersion']);

export function holdStart(inferences, schemas, findings) {
  for (const [path, { file }] of inferences) {
    const add = (node, what) => findings.add(path, node.line, 'known-too-late', `${what} hangs on “${node.name}”, which is known only once that is deployed.`, 'Make it of parameters, names and ids.');
    for (const declaration of [...file.every('resource'), ...file.every('module')]) {
      const atStart = schemas.of(declaration.type?.split('@')[0] ?? '')?.body.properties ?? { name: { atStart: true } };
      for (const { key, value } of bodyOf(declaration).properties) {
        if (atStart[key]?.atStart || key === 'name') for (const node of late(value, file)) add(node, `“${key}”`);
      }
      for (let { body } = declaration; body.kind !== 'object'; body = body.body) {
        for (const node of late(body.kind === 'if' ? body.condition : body.collection, file)) add(node, body.kind === 'if' ? 'The condition' : 'The loop');
      }
    }
  }
}

/** The places in an expression, or in the variables that it names, that ask for what only the deployment tells. */
function late(expression, file, seen = new Set()) {
  const found = [];
  for (const node of within(expression)) {
    const symbol = node.kind === 'identifier' && file.symbols.get(node.name);
    if (symbol?.kind === 'var' && !seen.has(symbol)) found.push(...late(symbol.value, file, seen.add(symbol)).map(each => ({ ...each, line: node.line })));
    const owner = node.kind === 'member' && ownerOf(node.of, file);
    if (owner?.kind === 'module' || (owner?.kind === 'resource' && !known.has(node.name))) found.push(node);
  }
  return found.slice(0, 1);
}

function ownerOf(node, file) {
  if (node.kind === 'index') return ownerOf(node.of, file);
  return node.kind === 'identifier' ? file.symbols.get(node.name) : undefined;
}

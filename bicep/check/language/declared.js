// What a symbol is declared as, and whether its decorators and types exist.
import { decorators } from './builtins.js';
import { nearest } from './findings.js';
import { any, arrayOf, objectOf, property, string } from './shapes.js';

const own = ['id', 'name', 'type', 'apiVersion'];

export function declaredAs(symbol, inference) {
  if (symbol.kind === 'param') return inference.file.shapeOf(symbol.type, symbol.decorators);
  if (symbol.kind === 'var') return inference.shape(symbol.value, new Map());
  if (symbol.kind === 'type') return any;
  const one = symbol.kind === 'module' ? moduleOf(symbol, inference) : resourceOf(symbol, inference);
  return symbol.body.kind === 'for' ? arrayOf(one) : one;
}

function resourceOf({ type }, { schemas }) {
  const schema = schemas.of(type.split('@')[0]);
  const properties = !schema || schema.body.is === 'tagged' ? undefined : { ...Object.fromEntries(own.map(name => [name, property(string)])), ...schema.body.properties };
  return objectOf(properties, { resource: true });
}

function moduleOf({ path }, { program, file }) {
  const target = program.beside(file, path);
  // What a file that cannot be read puts out is not known.
  if (!target || target.faults.length) return objectOf(undefined, { resource: true });
  const outputs = target.every('output').map(output => [output.name, property(target.shapeOf(output.type))]);
  return objectOf({ name: property(string), outputs: property(objectOf(Object.fromEntries(outputs), { noun: 'output', of: target.path })) }, { resource: true });
}

export function holdDecorator(decorator, inference) {
  if (decorator.of?.kind !== 'identifier' || decorators.has(decorator.of.name)) return;
  const near = nearest(decorator.of.name, [...decorators]) ?? 'description';
  inference.add(decorator, 'unknown-function', `Bicep has no decorator “${decorator.of.name}”.`, `Did you mean “${near}”?`);
}

export function holdType(type, at, inference) {
  if (type.is === 'named') {
    const symbol = inference.file.symbols.get(type.name);
    if (symbol?.kind === 'type') inference.used.add(symbol);
    else inference.add(at, 'unknown-symbol', `There is no type “${type.name}”.`, 'Use string, int, bool, object, array or a type of this file.');
  }
  for (const inner of [type.of, ...(type.options ?? []), ...(type.properties ?? []).map(each => each.type)].filter(Boolean)) holdType(inner, at, inference);
}

// From a file's text to plain nodes: { kind, line, column, … }. Tree-sitter reads, this names what was read.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
import { expressionOf, isGrouped } from './expressions.js';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(readFileSync(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'))));

/** @returns {{ statements: object[], faults: { line: number, text: string }[] }} */
export function parse(text) {
  const tree = parser.parse(text);
  const faults = [];
  if (tree.rootNode.hasError) gather(tree.rootNode, faults);
  const statements = [];
  let decorators = [];
  for (const node of tree.rootNode.namedChildren) {
    if (node.type === 'decorators') decorators = node.namedChildren.map(decorator => expressionOf(decorator.namedChildren[0]));
    else if (node.type in declarations) statements.push({ ...declarations[node.type](parts(node), node), ...placeOf(node), decorators: decorators.splice(0) });
    else if (!node.isExtra && !node.isError) faults.push({ line: placeOf(node).line, text: `${node.type.replaceAll('_', ' ')} is not among the statements that this check reads` });
  }
  return { statements, faults };
}

function gather(node, faults) {
  if (node.isError || node.isMissing) {
    const text = node.isMissing ? `${node.type} is missing` : `“${node.text.split('\n')[0].slice(0, 40)}” is not understood`;
    faults.push({ line: placeOf(node).line, text });
  } else {
    node.children.filter(child => child.hasError || child.isMissing).forEach(child => gather(child, faults));
  }
}

const declarations = {
  target_scope_assignment: ([scope]) => ({ kind: 'targetScope', value: stringOf(scope).value }),
  using_statement: ([path]) => ({ kind: 'using', path: stringOf(path).value }),
  metadata_declaration: ([name, value]) => ({ kind: 'metadata', name: name.text, value: expressionOf(value) }),
  parameter_declaration: ([name, type, value]) => ({ kind: 'param', name: name.text, type: typeOf(type), value: value && expressionOf(value) }),
  variable_declaration: ([name, value]) => ({ kind: 'var', name: name.text, value: expressionOf(value) }),
  output_declaration: ([name, type, value]) => ({ kind: 'output', name: name.text, type: typeOf(type), value: expressionOf(value) }),
  type_declaration: ([name, type]) => ({ kind: 'type', name: name.text, type: typeOf(type) }),
  resource_declaration: ([name, type, body], node) => ({
    kind: 'resource', name: name.text, type: stringOf(type).value, existing: node.children.some(child => child.type === 'existing'), body: nodeOf(body),
  }),
  module_declaration: ([name, path, body]) => ({ kind: 'module', name: name.text, path: stringOf(path).value, body: nodeOf(body) }),
};

const expressions = {
  identifier: node => ({ name: node.text }),
  number: node => ({ value: Number(node.text) }),
  boolean: node => ({ value: node.text === 'true' }),
  null: () => ({}),
  string: stringOf,
  array: node => ({ items: parts(node).map(expressionOf) }),
  object: node => ({ properties: parts(node).filter(part => part.type === 'object_property').map(property) }),
  parenthesized_expression: node => parts(node).length === 1 ? expressionOf(parts(node)[0]) : { kind: 'group', items: parts(node).map(expressionOf) },
};

export function nodeOf(node) {
  if (node.type === 'if_statement') {
    const [condition, body] = parts(node);
    return { kind: 'if', ...placeOf(node), condition: nodeOf(condition), body: nodeOf(body) };
  }
  if (node.type === 'for_statement') return { kind: 'for', ...placeOf(node), ...loop(parts(node)) };
  const read = expressions[node.type];
  if (read) return { kind: node.type, ...placeOf(node), ...read(node) };
  return isGrouped(node) ? expressionOf(node) : { kind: 'null', ...placeOf(node) };
}

function loop([variable, collection, body]) {
  const [item, index] = variable.type === 'for_loop_parameters' ? variable.namedChildren.map(child => child.text) : [variable.text];
  return { item, index, collection: expressionOf(collection), body: expressionOf(body) };
}

function property(node) {
  const [key, value] = parts(node);
  if (!value) return { key: key.text, value: { kind: 'nested', ...placeOf(node) }, ...placeOf(node) };
  const name = key.type === 'string' ? stringOf(key) : { value: key.text };
  return { key: name.value, name, value: expressionOf(value), ...placeOf(node) };
}

/** `value` where nothing is interpolated, else `parts` of texts and expressions. */
function stringOf(node) {
  const pieces = node.namedChildren.map(child => child.type === 'interpolation' ? expressionOf(parts(child)[0]) : unescaped(child.text));
  const place = { kind: 'string', ...placeOf(node) };
  return pieces.every(piece => typeof piece === 'string') ? { ...place, value: pieces.join('') } : { ...place, parts: pieces };
}

function unescaped(text) {
  return text.replace(/\\u\{([0-9a-fA-F]+)\}|\\(.)/g, (_, code, letter) =>
    code ? String.fromCodePoint(parseInt(code, 16)) : { n: '\n', r: '\r', t: '\t' }[letter] ?? letter);
}

/** A type as it is written: { is: 'string' | … | 'literal' | 'array' | 'object' | 'union' | 'nullable' | 'named' }. */
function typeOf(node) {
  const [first, ...rest] = parts(node);
  switch (node.type) {
    case 'type': return typeOf(first);
    case 'primitive_type': return { is: node.text };
    case 'array_type': return { is: 'array', of: typeOf(first) };
    case 'nullable_type': return { is: 'nullable', of: typeOf(first) };
    case 'union_type': case 'binary_expression': return { is: 'union', options: [first, ...rest].map(typeOf) };
    case 'parenthesized_expression': return typeOf(first);
    case 'string': return { is: 'literal', value: stringOf(node).value };
    case 'number': case 'boolean': return { is: 'literal', value: JSON.parse(node.text) };
    case 'object': return { is: 'object', properties: parts(node).map(part => ({ name: parts(part)[0].text, type: typeOf(parts(part)[1]) })) };
    default: return { is: 'named', name: node.text };
  }
}

function parts(node) {
  return node.namedChildren.filter(child => !child.isExtra && !child.isError);
}

function placeOf(node) {
  return { line: node.startPosition.row + 1, column: node.startPosition.column + 1 };
}

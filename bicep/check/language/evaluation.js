// Plays a deployment: with a file's parameters known, which resources come out, with which values. What only Azure can
// tell is an Unknown that carries the words by which it was asked for.
import { calls, Unknown } from './evaluated-functions.js';

export { Unknown };

/** @returns the planned resources: { type, name, id, body, scope, parent, file, line }. */
export function plan(program, parameterFile, overrides = {}) {
  const file = program.file(parameterFile);
  const main = program.beside(file, file.every('using')[0].path);
  const given = new Deployment(program, file, {}, []);
  const parameters = Object.fromEntries(file.every('var').map(({ name, value }) => [name, given.value(value, new Map())]));
  const planned = [];
  new Deployment(program, main, { ...parameters, ...overrides }, planned).run();
  return { planned, parameters: { ...parameters, ...overrides }, name: parameterFile.replace('.bicepparam', '') };
}

/** Something that waits for itself. */
export class Circle extends Error {
  constructor(file, line, name) {
    super(`“${name}” needs itself.`);
    Object.assign(this, { file, line });
  }
}

class Deployment {
  constructor(program, file, parameters, planned) {
    Object.assign(this, { program, file, parameters, planned });
    this.symbols = new Map();
    this.underWay = new Set();
  }

  run() {
    for (const { kind, name } of this.file.named) if (kind === 'resource' || kind === 'module') this.symbol(name);
    return this;
  }

  symbol(name) {
    if (!this.symbols.has(name)) {
      const symbol = this.file.symbols.get(name);
      if (this.underWay.has(name)) throw new Circle(this.file.path, symbol.line, name);
      this.underWay.add(name);
      this.symbols.set(name, this.declared(symbol));
    }
    return this.symbols.get(name);
  }

  declared(symbol) {
    switch (symbol?.kind) {
      case 'param': return symbol.name in this.parameters ? this.parameters[symbol.name] : symbol.value ? this.value(symbol.value, new Map()) : null;
      case 'var': return this.value(symbol.value, new Map());
      case 'resource': return this.each(symbol, (body, local) => this.resource(symbol, body, local));
      case 'module': return this.each(symbol, (body, local) => this.module(symbol, body, local));
      default: return new Unknown(symbol?.name ?? '?');
    }
  }

  /** The body of a declaration, once or for each of its loop, and null where its condition does not hold. */
  each(symbol, make, node = symbol.body, local = new Map()) {
    if (node.kind === 'for') {
      return this.value(node.collection, local).map((item, place) => this.each(symbol, make, node.body, new Map([...local, [node.item, item], [node.index, place]])));
    }
    if (node.kind !== 'if') return make(node, local);
    return this.value(node.condition, local) ? this.each(symbol, make, node.body, local) : null;
  }

  resource(symbol, node, local) {
    const [type, apiVersion] = symbol.type.split('@');
    const body = this.value(node, local);
    const path = body.parent ? `${body.parent.path}/${body.name}` : `${body.name}`;
    const resource = { type, apiVersion, name: `${body.name}`, path, id: `/${type}/${path}`, body, scope: body.scope, parent: body.parent,
      existing: symbol.existing, file: this.file.path, line: symbol.line, symbol: symbol.name, after: body.dependsOn };
    if (!symbol.existing) this.planned.push(resource);
    return resource;
  }

  module(symbol, node, local) {
    const { params = {} } = this.value(node, local);
    const inner = new Deployment(this.program, this.program.beside(this.file, symbol.path), params, this.planned).run();
    return { module: true, name: symbol.name, outputs: Object.fromEntries(inner.file.every('output').map(({ name, value }) => [name, inner.value(value, new Map())])) };
  }

  value(node, local) {
    switch (node.kind) {
      case 'string': return node.value ?? node.parts.map(part => part.kind ? text(this.value(part, local)) : part).join('');
      case 'number': case 'boolean': return node.value;
      case 'null': return null;
      case 'identifier': return local.has(node.name) ? local.get(node.name) : this.symbol(node.name);
      case 'array': return node.items.map(item => this.value(item, local));
      case 'object': return Object.fromEntries(node.properties.map(({ key, name, value }) => [key ?? this.value(name, local), this.value(value, local)]));
      case 'choice': return this.choice(node, local);
      case 'binary': return this.binary(node, local);
      case 'unary': return this.unary(node, local);
      case 'member': return member(this.value(node.of, local), node.name);
      case 'index': return member(this.value(node.of, local), this.value(node.index, local));
      case 'lambda': return (...given) => this.value(node.body, new Map([...local, ...node.parameters.map((name, place) => [name, given[place]])]));
      case 'for': return this.value(node.collection, local).map((item, place) => this.value(node.body, new Map([...local, [node.item, item], [node.index, place]])));
      case 'call': return this.call(node, local);
      default: return new Unknown(node.kind);
    }
  }

  /** What hangs on something that only Azure can tell is as unknown as that. */
  choice({ condition, then, otherwise }, local) {
    const decided = this.value(condition, local);
    return decided instanceof Unknown ? new Unknown(`${decided.words} ? …`) : this.value(decided ? then : otherwise, local);
  }

  unary({ operator, operand }, local) {
    const value = this.value(operand, local);
    if (value instanceof Unknown) return new Unknown(`${operator}${value.words}`);
    return operator === '!' ? !value : -value;
  }

  call(node, local) {
    if (node.of.kind === 'member') return new Unknown(`${text(this.value(node.of.of, local))}.${node.of.name}()`);
    const given = node.arguments.map(argument => this.value(argument, local));
    if (node.of.name === 'loadTextContent') return this.program.text(`${this.file.path.replace(/[^/]*$/, '')}${given[0]}`) ?? null;
    return Object.hasOwn(calls, node.of.name) ? calls[node.of.name](...given) : new Unknown(`${node.of.name}()`);
  }

  binary({ operator, left, right }, local) {
    const a = this.value(left, local);
    if (operator === '&&') return a && this.value(right, local);
    if (operator === '||') return a || this.value(right, local);
    if (operator === '??') return a ?? this.value(right, local);
    const b = this.value(right, local);
    return { '==': a === b, '!=': a !== b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b, '+': a + b, '-': a - b, '*': a * b, '/': Math.trunc(a / b), '%': a % b }[operator];
  }
}

function member(of, name) {
  if (of === null || of === undefined) return null;
  if (of instanceof Unknown) return new Unknown(`${of.words}.${name}`);
  if (of.body && of.type) return Object.hasOwn(of, name) && ['id', 'name', 'type', 'apiVersion'].includes(name) ? of[name] : inBody(of, of.body, name);
  const value = Array.isArray(of) || Object.hasOwn(of, name) ? of[name] : undefined;
  return value === undefined && of.within ? new Unknown(`${of.within}.${name}`) : value ?? null;
}

/** What Azure adds to a resource's properties is unknown, what the template gives is not. */
function inBody(resource, body, name) {
  const value = body[name];
  const words = `${resource.symbol}.${name}`;
  if (value === undefined) return new Unknown(words);
  return value && typeof value === 'object' && !Array.isArray(value) ? Object.defineProperty({ ...value }, 'within', { value: words, enumerable: false }) : value;
}

function text(value) {
  return value?.body && value.type ? value.id : value instanceof Unknown ? `‹${value.words}›` : `${value}`;
}

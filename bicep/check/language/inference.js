// Gives every expression of a file its shape, and says on the way which symbols, functions and members do not exist.
import { functions } from './builtins.js';
import { declaredAs, holdDecorator, holdType } from './declared.js';
import { nearest } from './findings.js';
import { any, arrayOf, bool, int, itemOf, literal, nothing, objectOf, property, string, union } from './shapes.js';

const arithmetic = new Set(['+', '-', '*', '/', '%']);

export class Inference {
  constructor(program, file, schemas, findings) {
    Object.assign(this, { program, file, schemas, findings });
    this.shapes = new Map();
    this.ofSymbols = new Map();
    this.used = new Set();
    this.readers = { string: this.text, number: literalOf, boolean: literalOf, null: () => nothing, identifier: this.identifier, array: this.array, object: this.object,
      call: this.call, member: this.member, index: this.index, choice: this.choice, binary: this.binary, unary: this.unary, lambda: this.lambda, for: this.loop, if: this.condition,
      group: () => any, nested: this.nested };
    for (const statement of file.statements) {
      for (const decorator of statement.decorators) holdDecorator(decorator, this);
      if (statement.value?.kind) this.shape(statement.value, new Map());
      if (statement.body) this.shape(statement.body, new Map());
      if (statement.type?.is) holdType(statement.type, statement, this);
    }
  }

  add(node, rule, message, mend) {
    this.findings.add(this.file.path, node.line, rule, message, mend);
  }

  /** @param local shapes of the variables of loops and lambdas around the expression. */
  shape(node, local) {
    if (!this.shapes.has(node)) {
      this.shapes.set(node, any);
      this.shapes.set(node, this.readers[node.kind].call(this, node, local));
    }
    return this.shapes.get(node);
  }

  text({ value, parts = [] }, local) {
    parts.filter(part => part.kind).forEach(part => this.shape(part, local));
    return value === undefined ? string : literal(value);
  }

  identifier(node, local) {
    if (local.has(node.name)) return local.get(node.name);
    const symbol = this.file.symbols.get(node.name);
    if (!symbol) {
      if (functions[node.name] || ['az', 'sys'].includes(node.name)) return any;
      const near = nearest(node.name, [...this.file.symbols.keys(), ...local.keys()]);
      this.add(node, 'unknown-symbol', `Nothing is named “${node.name}” here.`, near ? `Did you mean “${near}”?` : 'Declare it, or take it out.');
      return any;
    }
    this.used.add(symbol);
    return this.ofSymbol(symbol);
  }

  ofSymbol(symbol) {
    if (!this.ofSymbols.has(symbol)) {
      this.ofSymbols.set(symbol, any);
      this.ofSymbols.set(symbol, declaredAs(symbol, this));
    }
    return this.ofSymbols.get(symbol);
  }

  array({ items }, local) {
    const shapes = items.map(item => this.shape(item, local));
    return arrayOf(shapes.length ? union(shapes) : any);
  }

  object(node, local) {
    const properties = {};
    for (const { key, name, value, line } of node.properties) {
      if (name?.parts) this.text(name, local);
      const shape = this.shape(value, local);
      if (key !== undefined && key in properties) this.add({ line }, 'given-twice', `“${key}” stands here twice.`, 'Keep one of them.');
      if (key !== undefined) properties[key] = property(shape, { required: true });
    }
    return node.properties.some(({ key }) => key === undefined) ? objectOf(undefined) : objectOf(properties);
  }

  call(node, local) {
    const shapes = node.arguments.map(argument => this.shape(argument, argument.kind === 'lambda' ? this.around(argument, node, local) : local));
    if (node.of.kind === 'member') {
      this.shape(node.of.of, local);
      return any;
    }
    const known = Object.hasOwn(functions, node.of.name) && functions[node.of.name];
    if (!known) {
      const near = nearest(node.of.name ?? '', Object.keys(functions));
      this.add(node, 'unknown-function', `Bicep has no function “${node.of.name}”.`, near ? `Did you mean “${near}”?` : 'See Bicep’s functions.');
      return any;
    }
    const loaded = /^load/.test(node.of.name) && node.arguments[0]?.value;
    if (loaded && this.program.text(`${this.file.path.replace(/[^/]*$/, '')}${loaded}`) === undefined) {
      this.add(node, 'module-path', `There is no file ${loaded}.`, 'Correct the path.');
    }
    const [least, most, gives] = known;
    if (shapes.length < least || shapes.length > most) {
      this.add(node, 'unknown-function', `“${node.of.name}” takes ${least === most ? least : `${least} to ${most}`} arguments, not ${shapes.length}.`, 'Give it what it takes.');
    }
    return typeof gives === 'function' ? gives(...shapes) : gives;
  }

  around(lambda, call, local) {
    const item = itemOf(this.shape(call.arguments[0], local));
    return new Map([...local, ...lambda.parameters.map((name, place) => [name, place === 0 ? item : any])]);
  }

  lambda({ body }, local) {
    return this.shape(body, local);
  }

  member(node, local) {
    return this.memberOf(this.shape(node.of, local), node);
  }

  memberOf(shape, node) {
    if (shape.is === 'union') return union(shape.options.filter(option => option.is !== 'null').map(option => this.memberOf(option, node)));
    if (shape.is !== 'object' || !shape.properties) {
      if (!['any', 'object', 'tagged'].includes(shape.is)) this.add(node, 'unknown-member', `“${node.name}” is asked of what is no object.`, 'Take it out.');
      return any;
    }
    const found = Object.hasOwn(shape.properties, node.name) ? shape.properties[node.name].shape : shape.additional;
    if (found) return found;
    const near = nearest(node.name, Object.keys(shape.properties));
    const what = shape.noun === 'output' ? `${shape.of} has no output “${node.name}”.` : `There is no “${node.name}” here.`;
    this.add(node, shape.noun === 'output' ? 'unknown-output' : 'unknown-member', what, near ? `Did you mean “${near}”?` : `There are ${Object.keys(shape.properties).join(', ') || 'none'}.`);
    return any;
  }

  index({ of, index }, local) {
    const shape = this.shape(of, local);
    this.shape(index, local);
    return shape.is === 'object' ? any : itemOf(shape);
  }

  choice({ condition, then, otherwise }, local) {
    this.shape(condition, local);
    return union([this.shape(then, local), this.shape(otherwise, local)]);
  }

  binary({ operator, left, right }, local) {
    const shapes = [this.shape(left, local), this.shape(right, local)];
    return operator === '??' ? union(shapes) : arithmetic.has(operator) ? int : bool;
  }

  unary({ operator, operand }, local) {
    this.shape(operand, local);
    return operator === '!' ? bool : int;
  }

  loop({ item, index, collection, body }, local) {
    const shape = itemOf(this.shape(collection, local));
    return arrayOf(this.shape(body, new Map([...local, [item, shape], ...(index ? [[index, int]] : [])])));
  }

  condition({ condition, body }, local) {
    this.shape(condition, local);
    return this.shape(body, local);
  }

  nested(node) {
    this.add(node, 'syntax', 'Nested resources are not read by this check.', 'Declare it at the top with `parent`.');
    return any;
  }

}

function literalOf({ value }) {
  return literal(value);
}

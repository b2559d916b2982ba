// Holds an expression against the shape that is wanted, as deep as it is written down.
import { nearest } from './findings.js';
import { misfit, nameOf, union } from './shapes.js';

export class Conformance {
  constructor(inference, findings) {
    Object.assign(this, { inference, file: inference.file, findings });
    this.properties = 0;
  }

  hold(node, wanted) {
    if (wanted.is === 'any') return;
    switch (node.kind) {
      case 'choice': this.hold(node.then, wanted); this.hold(node.otherwise, wanted); return;
      case 'if': this.hold(node.body, wanted); return;
      case 'for': this.loop(node, wanted); return;
      case 'object': this.object(node, wanted); return;
      case 'array': this.array(node, wanted); return;
      case 'call': if (node.of.name === 'union' && wanted.is === 'object') { node.arguments.forEach(part => this.hold(part, lenient(wanted))); return; } break;
      case 'identifier': if (this.file.symbols.get(node.name)?.kind === 'var' && this.written(node)) { this.hold(this.file.symbols.get(node.name).value, wanted); return; } break;
    }
    const reason = misfit(this.inference.shapes.get(node) ?? { is: 'any' }, wanted);
    if (reason) this.add(node, reason.rule, `${reason.text[0].toUpperCase()}${reason.text.slice(1)}.`);
  }

  /** A variable that holds an object or a list written down is looked into where it is written. */
  written({ name }) {
    return ['object', 'array'].includes(this.file.symbols.get(name).value.kind);
  }

  loop(node, wanted) {
    if (wanted.is === 'array') this.hold(node.body, wanted.of);
    else this.add(node, 'wrong-type', `A list is given, ${nameOf(wanted)} is wanted.`);
  }

  array(node, wanted) {
    const lists = (wanted.is === 'union' ? wanted.options : [wanted]).filter(option => option.is === 'array');
    if (!lists.length) this.add(node, 'wrong-type', `A list is given, ${nameOf(wanted)} is wanted.`);
    else {
      node.items.forEach(item => this.hold(item, union(lists.map(list => list.of))));
      if (node.items.length < (wanted.minLength ?? 0)) this.add(node, 'wrong-value', `At least ${wanted.minLength} are wanted.`);
    }
  }

  object(node, wanted) {
    const target = this.target(node, wanted);
    if (!target) { this.add(node, 'wrong-type', `An object is given, ${nameOf(wanted)} is wanted.`); return; }
    if (!target.properties) return;
    for (const property of node.properties) this.property(property, target);
    const given = new Set(node.properties.map(({ key }) => key));
    for (const [name, { required }] of Object.entries(target.properties)) {
      if (required && !given.has(name)) this.missing(node, name, target);
    }
  }

  target(node, wanted) {
    if (wanted.is === 'union') return wanted.options.map(option => this.target(node, option)).find(Boolean);
    if (wanted.is === 'object') return wanted;
    if (wanted.is !== 'tagged') return undefined;
    const given = node.properties.find(({ key }) => key === wanted.tag)?.value;
    const tag = each => each.properties[wanted.tag].shape.values;
    if (!given) this.missing(node, wanted.tag, { noun: 'property' });
    else if (given.value === undefined) this.hold(given, union(wanted.cases.map(each => each.properties[wanted.tag].shape)));
    const found = given && wanted.cases.find(each => tag(each)?.includes(given.value));
    if (given?.value !== undefined && !found) this.add(node, 'wrong-value', `“${given.value}” is not among ${wanted.cases.flatMap(tag).join(', ')}.`);
    return found ?? { properties: undefined };
  }

  property({ key, value, line }, target) {
    if (value.kind === 'nested') return;
    this.properties += 1;
    if (key === undefined) { if (target.additional) this.hold(value, target.additional); return; }
    const wanted = Object.hasOwn(target.properties, key) && target.properties[key];
    if (wanted?.readOnly) this.add({ line }, 'read-only', `“${key}” is set by Azure alone.`, 'Take it out.');
    else if (wanted && value.kind === 'null' && wanted.required) this.missing({ line }, key, target);
    else if (wanted) this.hold(value, wanted.shape);
    else if (target.additional) this.hold(value, target.additional);
    else {
      const near = nearest(key, Object.keys(target.properties));
      this.add({ line }, `unknown-${target.noun ?? 'property'}`, `There is no ${target.noun ?? 'property'} “${key}” here.`, near ? `Did you mean “${near}”?` : `There are ${Object.keys(target.properties).join(', ')}.`);
    }
  }

  missing(node, name, target) {
    this.add(node, `missing-${target.noun ?? 'property'}`, `The ${target.noun ?? 'property'} “${name}” is missing.`, `Give “${name}”.`);
  }

  add(node, rule, text, mend = 'Give what is wanted.') {
    this.findings.add(this.file.path, node.line, rule, text, mend);
  }
}

/** One of several objects that are put together need not have everything. */
function lenient(wanted) {
  return !wanted.properties ? wanted : { ...wanted, properties: Object.fromEntries(Object.entries(wanted.properties).map(([name, each]) =>
    [name, { get shape() { return each.shape; }, readOnly: each.readOnly, required: false }])) };
}

// The templates as a whole: each file's declarations, and the modules and parameter files that belong together.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse } from './syntax.js';
import { any, arrayOf, bool, int, literal, nothing, objectOf, property, string, union } from './shapes.js';

export class Program {
  /** @param replaced texts to take instead of the files', by path. */
  constructor(root, replaced = new Map()) {
    this.root = root;
    this.replaced = replaced;
    this.files = new Map();
  }

  /** @returns the file, or undefined where there is none. */
  file(path) {
    if (!this.files.has(path)) this.files.set(path, this.read(path));
    return this.files.get(path);
  }

  text(path) {
    return this.replaced.get(path) ?? (existsSync(join(this.root, path)) ? readFileSync(join(this.root, path), 'utf8') : undefined);
  }

  read(path) {
    const text = this.text(path);
    return text === undefined ? undefined : new File(path, path.endsWith('.bicepparam') ? text.replace(/^param (?=\w+ *=)/gm, 'var   ') : text);
  }

  /** The file that another one refers to. */
  beside(file, path) {
    return this.file(relative(this.root, join(this.root, dirname(file.path), path)));
  }
}

export class File {
  constructor(path, text) {
    const { statements, faults } = parse(text);
    Object.assign(this, { path, text, statements, faults });
    this.scope = statements.find(statement => statement.kind === 'targetScope')?.value ?? 'resourceGroup';
    this.named = statements.filter(statement => ['param', 'var', 'resource', 'module', 'type'].includes(statement.kind));
    this.symbols = new Map(this.named.map(statement => [statement.name, statement]));
  }

  every(kind) {
    return this.statements.filter(statement => statement.kind === kind);
  }

  /** What a parameter, an output or a type of this file is declared to be. */
  shapeOf(declared, decorators = []) {
    const shape = this.written(declared);
    const value = name => decorators.find(decorator => decorator.of?.name === name)?.arguments[0];
    const allowed = value('allowed')?.items?.map(item => item.value);
    const limits = ['minLength', 'maxLength', 'minValue', 'maxValue'].filter(value).map(name => [name, value(name).value]);
    return { ...shape, ...(allowed && { values: allowed }), ...Object.fromEntries(limits) };
  }

  written(type) {
    switch (type.is) {
      case 'string': case 'secureString': return string;
      case 'int': return int;
      case 'bool': return bool;
      case 'array': return arrayOf(type.of ? this.written(type.of) : any);
      case 'object': case 'secureObject': return type.properties ? objectOf(Object.fromEntries(type.properties.map(each =>
        [each.name, property(this.written(each.type), { required: each.type.is !== 'nullable' })]))) : objectOf(undefined);
      case 'literal': return literal(type.value);
      case 'union': return union(type.options.map(option => this.written(option)));
      case 'nullable': return union([this.written(type.of), nothing]);
      default: {
        const named = this.symbols.get(type.name);
        return named?.kind === 'type' ? this.written(named.type) : any;
      }
    }
  }

  /** What a module of this file takes. */
  get parameters() {
    return objectOf(Object.fromEntries(this.every('param').map(param =>
      [param.name, property(this.shapeOf(param.type, param.decorators), { required: !param.value && param.type.is !== 'nullable' })])), { noun: 'parameter' });
  }
}

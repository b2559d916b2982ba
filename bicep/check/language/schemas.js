// Azure's schemas as refresh-schemas.js keeps them: a property is written `type # flags`, a type as azmcp writes it.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { any, arrayOf, bool, int, literal, objectOf, property, string, union } from './shapes.js';

const plain = { string, int, bool, any, object: objectOf(undefined), array: arrayOf(any), null: any };

export class Schemas {
  constructor(folder) {
    this.folder = folder;
    this.loaded = new Map();
  }

  /** The schema of a resource type, whatever its case, or undefined. */
  of(type) {
    const key = type.toLowerCase();
    if (!this.loaded.has(key)) this.loaded.set(key, this.read(key));
    return this.loaded.get(key);
  }

  read(key) {
    for (const folder of [this.folder, join(this.folder, 'by-hand')]) {
      const file = existsSync(folder) && readdirSync(folder).find(name => name.toLowerCase() === `${key.replaceAll('/', '_')}.json`);
      if (file) return new Schema(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    }
    return undefined;
  }
}

class Schema {
  constructor({ type, apiVersion, scopes, body, objects }) {
    Object.assign(this, { type, apiVersion, scopes });
    this.objects = objects;
    this.cache = new Map();
    this.body = this.object(body);
  }

  object({ properties, additional, discriminator, cases }) {
    const read = Object.fromEntries(Object.entries(properties).map(([name, text]) => [name, this.property(text)]));
    if (discriminator) return { is: 'tagged', tag: discriminator, cases: cases.map(each => this.case(discriminator, { ...properties, ...each.properties })) };
    return objectOf(read, additional ? { additional: this.shape(additional) } : {});
  }

  case(tag, properties) {
    const { properties: read } = this.object({ properties });
    return objectOf({ ...read, [tag]: { ...read[tag], shape: valueOf(properties[tag].split(' # ')[0]) } });
  }

  property(text) {
    const [type, flags = ''] = text.split(' # ');
    const schema = this;
    return {
      get shape() { return { ...schema.shape(type), ...limits(flags) }; },
      required: flags.includes('Required'),
      readOnly: flags.includes('ReadOnly'),
      atStart: flags.includes('DeployTimeConstant'),
      sensitive: flags.includes('sensitive'),
    };
  }

  shape(text) {
    if (!this.cache.has(text)) this.cache.set(text, this.made(text));
    return this.cache.get(text);
  }

  made(text) {
    const options = text.split(' | ');
    const last = options.at(-1);
    // `A | B[]` is an array of A or B.
    if (last.endsWith('[]') && options.slice(0, -1).every(option => !option.endsWith('[]'))) return arrayOf(this.shape(text.slice(0, -2)));
    // A list of names that ends in `string` is Azure's way to keep the list open; a template is held to the names.
    // Several names are values, even where an object has the same name; one name is an object where there is one.
    if (options.length > 1) return union(options.filter(option => option !== 'string').map(option => plain[option] ?? valueOf(option)));
    return this.option(text);
  }

  option(name) {
    if (name.endsWith('[]')) return arrayOf(this.shape(name.slice(0, -2)));
    if (name in this.objects) return this.object(this.objects[name]);
    return plain[name] ?? valueOf(name);
  }
}

function valueOf(name) {
  return literal(name === 'true' ? true : name === 'false' ? false : name);
}

function limits(flags) {
  const found = [...flags.matchAll(/(minLength|maxLength|minValue|maxValue): (-?\d+)/g)].map(([, name, value]) => [name, Number(value)]);
  const pattern = /pattern: (.*)$/.exec(flags);
  return { ...Object.fromEntries(found), ...(pattern && { pattern: pattern[1] }) };
}

/** What the body of a resource may hold beside what Azure's schema names. */
export function resourceBody(schema, existing) {
  const around = { scope: property(any), parent: property(any), dependsOn: property(arrayOf(any)) };
  if (existing) return objectOf({ ...around, name: property(string, { required: true, atStart: true }) });
  if (schema.body.is === 'tagged') {
    return { ...schema.body, cases: schema.body.cases.map(each => objectOf({ ...each.properties, ...around })) };
  }
  return objectOf({ ...schema.body.properties, ...around });
}

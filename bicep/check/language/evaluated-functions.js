import { createHash } from 'node:crypto';

/** A value that only Azure knows. */
export class Unknown {
  constructor(words) {
    this.words = words;
  }

  toString() {
    return `‹${this.words}›`;
  }
}

const hash = (...given) => createHash('sha256').update(given.join('|')).digest('hex');
const isObject = value => value && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Unknown);

/** Bicep's functions as far as the templates need their values; every other one gives an Unknown. */
export const calls = {
  any: value => value,
  bool: value => value === true || `${value}`.toLowerCase() === 'true',
  int: value => Number(value),
  string: value => typeof value === 'string' ? value : JSON.stringify(value),
  concat: (...parts) => Array.isArray(parts[0]) ? parts.flat() : parts.join(''),
  contains: (of, part) => isObject(of) ? Object.hasOwn(of, part) : of.includes(part),
  empty: value => value === null || value === '' || (Array.isArray(value) && !value.length) || (isObject(value) && !Object.keys(value).length),
  environment: () => ({ name: 'AzureCloud', suffixes: { storage: 'core.windows.net' } }),
  filter: (list, keep) => list.filter(keep),
  first: of => of[0],
  format: (text, ...parts) => text.replace(/\{(\d+)\}/g, (_, place) => parts[place]),
  guid: (...parts) => hash(...parts).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
  items: of => Object.entries(of).map(([key, value]) => ({ key, value })),
  join: (list, between) => list.join(between),
  last: of => of.at(-1),
  length: of => isObject(of) ? Object.keys(of).length : of.length,
  map: (list, make) => list.map(item => make(item)),
  max: (...given) => Math.max(...given.flat()),
  min: (...given) => Math.min(...given.flat()),
  range: (from, count) => Array.from({ length: count }, (_, index) => from + index),
  readEnvironmentVariable: (name, otherwise) => otherwise ?? new Unknown(name),
  replace: (text, from, to) => `${text}`.replaceAll(from, to),
  resourceGroup: () => ({ id: '/resource-group', name: 'resource-group' }),
  split: (text, by) => `${text}`.split(by),
  subscription: () => ({ id: '/subscription', subscriptionId: 'subscription' }),
  subscriptionResourceId: (type, ...names) => `/subscription/${type}/${names.join('/')}`,
  take: (of, count) => of.slice(0, count),
  toLower: text => `${text}`.toLowerCase(),
  toUpper: text => `${text}`.toUpperCase(),
  union: (...parts) => Array.isArray(parts[0]) ? [...new Set(parts.flat())] : Object.assign({}, ...parts),
  uniqueString: (...parts) => hash(...parts).slice(0, 13),
};

// What a value can be. `any` says nothing; a string may be limited to `values`; an object's properties are
// { shape, required, readOnly, atStart } by name.
export const any = { is: 'any' };
export const string = { is: 'string' };
export const int = { is: 'int' };
export const bool = { is: 'bool' };
export const nothing = { is: 'null' };

export const arrayOf = of => ({ is: 'array', of });
export const literal = value => ({ is: typeof value === 'number' ? 'int' : typeof value === 'boolean' ? 'bool' : 'string', values: [value] });
export const property = (shape, more = {}) => ({ shape, required: false, readOnly: false, atStart: false, ...more });
export const objectOf = (properties, more = {}) => ({ is: 'object', properties, ...more });

/** One shape of several: equal kinds of scalars are put together, the rest stand side by side. */
export function union(options) {
  const flat = options.flatMap(option => option.is === 'union' ? option.options : [option]);
  if (flat.some(option => option.is === 'any')) return any;
  const merged = [];
  for (const option of flat) {
    const same = merged.find(other => other.is === option.is && ['string', 'int', 'bool', 'null'].includes(option.is));
    if (!same) merged.push({ ...option });
    else if (same.values && option.values) same.values = [...new Set([...same.values, ...option.values])];
    else delete same.values;
  }
  return merged.length === 1 ? merged[0] : { is: 'union', options: merged };
}

/** The shape of an item of an array, or of a value of an object with free names. */
export function itemOf(shape) {
  if (shape.is === 'array') return shape.of;
  if (shape.is === 'union') return union(shape.options.map(itemOf));
  return any;
}

/** Why a value of one shape cannot stand where another is wanted, or null. */
export function misfit(given, wanted) {
  if (given.is === 'any' || wanted.is === 'any' || given.is === 'null') return null;
  if (given.is === 'union') return given.options.map(option => misfit(option, wanted)).find(Boolean) ?? null;
  if (wanted.is === 'union') {
    const reasons = wanted.options.map(option => misfit(given, option));
    return reasons.some(reason => !reason) ? null : { rule: 'wrong-type', text: `${nameOf(given)} is given, ${nameOf(wanted)} is wanted` };
  }
  if (wanted.is === 'tagged') return given.is === 'object' ? null : { rule: 'wrong-type', text: `${nameOf(given)} is given, an object is wanted` };
  if (given.is !== wanted.is) return { rule: 'wrong-type', text: `${nameOf(given)} is given, ${nameOf(wanted)} is wanted` };
  if (given.is === 'array') return misfit(given.of, wanted.of);
  if (given.is === 'object') return given.resource ? null : objectMisfit(given, wanted);
  return scalarMisfit(given, wanted);
}

function objectMisfit(given, wanted) {
  if (!given.properties || !wanted.properties) return null;
  for (const [name, { shape }] of Object.entries(given.properties)) {
    const target = wanted.properties[name]?.shape ?? wanted.additional;
    if (!target) return { rule: 'unknown-property', text: `“${name}” is not among ${Object.keys(wanted.properties).join(', ')}` };
    const reason = misfit(shape, target);
    if (reason) return { ...reason, text: `${name}: ${reason.text}` };
  }
  const missing = Object.entries(wanted.properties).find(([name, { required }]) => required && !given.properties[name] && !given.additional);
  return missing ? { rule: 'missing-property', text: `“${missing[0]}” is missing` } : null;
}

function scalarMisfit(given, wanted) {
  for (const value of given.values ?? []) {
    if (wanted.values && !wanted.values.includes(value)) return { rule: 'wrong-value', text: `“${value}” is not among ${wanted.values.join(', ')}` };
    if (value < wanted.minValue || value > wanted.maxValue) return { rule: 'wrong-value', text: `${value} is not between ${wanted.minValue ?? '…'} and ${wanted.maxValue ?? '…'}` };
    if (value.length < wanted.minLength || value.length > wanted.maxLength) {
      return { rule: 'wrong-value', text: `“${value}” has ${value.length} characters, not ${wanted.minLength ?? 0} to ${wanted.maxLength ?? '…'}` };
    }
    if (wanted.pattern && !new RegExp(wanted.pattern).test(value)) return { rule: 'wrong-value', text: `“${value}” does not match ${wanted.pattern}` };
  }
  return null;
}

export function nameOf(shape) {
  if (shape.is === 'union') return shape.options.map(nameOf).join(' or ');
  if (shape.is === 'array') return `an array of ${nameOf(shape.of)}`;
  return { string: 'a string', int: 'a number', bool: 'a boolean', object: 'an object', tagged: 'an object', any: 'anything', null: 'null' }[shape.is];
}

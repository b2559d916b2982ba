// Azure's types take any text for most values, so the compiler lets a misspelt one through: those that the templates give are listed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const listed = JSON.parse(readFileSync(join(import.meta.dirname, '../data/values.json'), 'utf8'));

export function holdValues({ planned }, findings) {
  for (const { type, property, among } of listed) {
    for (const { body, file, line } of planned.filter(resource => resource.type === type)) {
      for (const value of valuesAt(body, property).filter(each => !among.includes(each))) {
        findings.add(file, line, 'value', `${property} of ${type} is “${value}”.`, `It is one of ${among.join(', ')}.`);
      }
    }
  }
}

/** @returns what stands at a path; `*` is every item of a list, or whatever an object holds. */
export function valuesAt(body, property) {
  const into = (of, name) => name === '*' ? Object.values(of) : [of[name]];
  return property.split('.').reduce((all, name) => all.flatMap(of => into(of, name)).filter(each => each !== undefined && each !== null), [body]);
}

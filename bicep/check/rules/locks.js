// What must stand as it stands on every resource of a type: no keys, no old TLS, nothing open, nothing lost.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const locked = JSON.parse(readFileSync(join(import.meta.dirname, '../data/locked.json'), 'utf8'));

export function holdLocks({ planned }, findings) {
  for (const { type, property, must, given, rule, why } of locked) {
    for (const { body, file, line } of planned.filter(resource => resource.type === type)) {
      const value = property.split('.').reduce((of, name) => of?.[name], body);
      if (given ? !value && value !== 0 : ![must].flat().includes(value)) findings.add(file, line, rule, `${property} of ${type} is ${JSON.stringify(value) ?? 'not given'}: ${why}.`, given ? 'Give it.' : `Set it to ${[must].flat().map(one => JSON.stringify(one)).join(' or ')}.`);
    }
  }
}

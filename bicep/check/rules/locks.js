// What must stand as it stands on every resource of a type: no keys, no old TLS, nothing open, nothing lost.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const locked = JSON.parse(readFileSync(join(import.meta.dirname, '../data/locked.json'), 'utf8'));

export function holdLocks({ planned }, findings) {
  for (const { id, file, line } of planned.filter(({ type }) => type === 'Microsoft.Web/sites')) {
    const policies = planned.filter(({ type, parent }) => type.endsWith('/basicPublishingCredentialsPolicies') && parent?.id === id);
    for (const way of ['ftp', 'scm'].filter(way => !policies.some(({ name }) => name === way))) {
      const message = `Passwords for ${way} are left as Azure makes them.`;
      findings.add(file, line, 'local-auth', message, 'Give the app its basicPublishingCredentialsPolicies.');
    }
  }
  for (const { type, property, must, given, unless, rule, why } of locked) {
    const allowed = [must].flat();
    const mend = given ? 'Give it.' : `Set it to ${allowed.map(one => JSON.stringify(one)).join(' or ')}.`;
    for (const { body, file, line } of planned.filter(resource => resource.type === type)) {
      const at = path => path?.split('.').reduce((of, name) => of?.[name], body);
      const value = at(property);
      if (at(unless)) continue;
      if (given ? value || value === 0 : allowed.includes(value)) continue;
      findings.add(file, line, rule, `${property} of ${type} is ${JSON.stringify(value) ?? 'not given'}: ${why}.`, mend);
    }
  }
}

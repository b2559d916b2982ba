// What must stand as it stands on every resource of a type: no keys, no old TLS, nothing open, nothing lost.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretText } from './secrets.js';

const locked = JSON.parse(readFileSync(join(import.meta.dirname, '../data/locked.json'), 'utf8'));

export function holdLocks({ planned }, findings) {
  for (const { type, body, file, line } of planned) {
    if (secretText.test(JSON.stringify({ ...body, parent: 0, scope: 0, dependsOn: 0 }))) findings.add(file, line, 'secret', `${type} is given a key.`, 'Enter with the identity instead.');
  }
  for (const { id, file, line } of planned.filter(({ type }) => type === 'Microsoft.Web/sites')) {
    for (const way of ['ftp', 'scm']) {
      if (!planned.some(({ type, name, parent }) => type.endsWith('/basicPublishingCredentialsPolicies') && name === way && parent?.id === id)) findings.add(file, line, 'local-auth', `Passwords for ${way} are left as Azure makes them.`, 'Give the app its basicPublishingCredentialsPolicies.');
    }
  }
  for (const { type, property, must, given, rule, why } of locked) {
    for (const { body, file, line } of planned.filter(resource => resource.type === type)) {
      const value = property.split('.').reduce((of, name) => of?.[name], body);
      if (given ? !value && value !== 0 : ![must].flat().includes(value)) findings.add(file, line, rule, `${property} of ${type} is ${JSON.stringify(value) ?? 'not given'}: ${why}.`, given ? 'Give it.' : `Set it to ${[must].flat().map(one => JSON.stringify(one)).join(' or ')}.`);
    }
  }
}

// The table and the containers are those whose names infra/azure/Storage/StorageSettings.cs takes by default.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns the names that the app takes where no setting gives others. */
export function storageNamesOf(text) {
  const names = Array.from(text.matchAll(/configuration\[(\w+)Key\] \?\? "([^"]+)"/g), ([, key, name]) => [key, name]);
  const { Table, ...containers } = Object.fromEntries(names);
  return { table: Table, containers: Object.values(containers) };
}

export function holdStorage({ planned }, app, findings) {
  const { table, containers } = storageNamesOf(readFileSync(join(app, 'infra/azure/Storage/StorageSettings.cs'), 'utf8'));
  const of = type => planned.filter(resource => resource.type === `Microsoft.Storage/storageAccounts/${type}`);
  const { file, line } = of('tableServices')[0]?.parent ?? planned.find(({ type }) => type === 'Microsoft.Storage/storageAccounts');
  const tables = of('tableServices/tables');
  const missing = [
    ...tables.some(({ name }) => name === table) ? [] : [`table “${table}”`],
    ...containers.filter(name => !of('blobServices/containers').some(each => each.name === name)).map(name => `container “${name}”`),
  ];
  for (const what of missing) {
    findings.add(file, line, 'storage-names', `The app’s ${what} is not provisioned.`, 'Add it, or correct its name.');
  }
  for (const other of missing.length ? [] : tables.filter(({ name }) => name !== table)) {
    findings.add(other.file, other.line, 'storage-names', `The app has no table “${other.name}”.`, 'Take it out.');
  }
}

/** What was received can be changed by nobody. */
export function holdImmutability({ planned, parameters }, findings) {
  for (const { id, file, line } of planned.filter(({ type, name }) => type.endsWith('/containers') && name === 'received')) {
    const policy = planned.some(({ type, parent }) => type.endsWith('/immutabilityPolicies') && parent?.id === id);
    if (policy || parameters.immutabilityLocked) continue;
    const message = 'What was received can be changed and deleted.';
    findings.add(file, line, 'immutability', message, 'Give the container an immutabilityPolicies resource.');
  }
}

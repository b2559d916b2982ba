// The scheduler's task hub is the one that host.json names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function holdDurable({ planned }, app, findings) {
  const { hubName } = JSON.parse(readFileSync(join(app, 'host.json'), 'utf8')).extensions.durableTask;
  for (const { name, file, line } of planned.filter(({ type }) => type === 'Microsoft.DurableTask/schedulers/taskHubs')) {
    if (name !== hubName) findings.add(file, line, 'task-hub', `host.json names the hub ${hubName}, not ${name}.`, 'Name it as host.json does.');
  }
}

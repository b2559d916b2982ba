// What the host is told twice: the hub's name in host.json, the runtime's version in Directory.Build.props.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function holdHost({ planned }, app, findings) {
  const { hubName } = JSON.parse(readFileSync(join(app, 'host.json'), 'utf8')).extensions.durableTask;
  for (const { name, file, line } of planned.filter(({ type }) => type === 'Microsoft.DurableTask/schedulers/taskHubs')) {
    if (name === hubName) continue;
    findings.add(file, line, 'host', `host.json names the hub ${hubName}, not ${name}.`, 'Name it as host.json does.');
  }
  const [, framework] = /<TargetFramework>net([\d.]+)</.exec(readFileSync(join(app, 'Directory.Build.props'), 'utf8'));
  for (const { body, file, line } of planned.filter(({ type }) => type === 'Microsoft.Web/sites')) {
    const version = body.properties.functionAppConfig?.runtime?.version;
    if (version === framework) continue;
    const message = `The app is built for .NET ${framework}, and would run on ${version ?? 'nothing'}.`;
    findings.add(file, line, 'host', message, `Set runtime.version to ‘${framework}’.`);
  }
}

// What the host is told twice: the hub's name in host.json, the runtime's version in Directory.Build.props, how large a form may be.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// What the host takes where no setting says otherwise.
const usual = 104_857_600;

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
  const largest = largestForm(app);
  for (const { body, file, line } of planned.filter(({ type, name }) => type === 'Microsoft.Web/sites/config' && name === 'appsettings')) {
    const taken = Number(body.properties.FUNCTIONS_REQUEST_BODY_SIZE_LIMIT ?? usual);
    // Where the settings hang on what only the deployment tells, they are not known yet; the others are the same.
    if (taken >= largest || typeof body.properties === 'string') continue;
    const message = `The host takes ${taken} bytes, the largest form has ${largest}.`;
    findings.add(file, line, 'host', message, 'Set FUNCTIONS_REQUEST_BODY_SIZE_LIMIT above that.');
  }
}

/** @returns {number} bytes of a section's form with its files. */
function largestForm(app) {
  const read = path => readFileSync(join(app, path), 'utf8');
  const [, megabytes] = /const int MostMegabytes = (\d+);/.exec(read('shared/Domain/Reports/AttachmentRules.cs'));
  const [, beside] = /const long BesideFiles = (\d+) \* 1024 \* 1024;/.exec(read('infra/web/Portal/Reports/ReportPages.cs'));
  return (Number(megabytes) + Number(beside)) * 1024 * 1024;
}

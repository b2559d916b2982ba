// The app's settings are exactly those of infra/azure/settings.json: every needed one, and none that nobody reads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../language/findings.js';

export function settingsOf(app) {
  return JSON.parse(readFileSync(join(app, 'infra/azure/settings.json'), 'utf8')).map(setting => ({ ...setting, name: setting.name.replaceAll(':', '__') }));
}

export function holdSettings({ planned, parameters }, app, findings, lineOf) {
  for (const { name, file, line } of planned.filter(({ type, name }) => type === 'Microsoft.Web/sites/config' && name !== 'appsettings')) findings.add(file, line, 'setting-unread', `“${name}” stands above what the app itself says.`, 'Write it into the app.');
  const settings = settingsOf(app);
  for (const { body, file, line } of planned.filter(({ type }) => type === 'Microsoft.Web/sites')) {
    for (const name of ['appSettings', 'connectionStrings']) if (body.properties.siteConfig?.[name]) findings.add(file, line, 'setting-unread', `Settings stand in siteConfig.${name}, apart from the others.`, 'Give them in the resource “appsettings”.');
  }
  for (const { body, file, line } of planned.filter(({ type, name }) => type === 'Microsoft.Web/sites/config' && name === 'appsettings')) {
    for (const name of Object.keys(body.properties ?? {})) {
      if (settings.some(setting => setting.name === name)) continue;
      const near = nearest(name, settings.map(setting => setting.name));
      findings.add(file, lineOf(file, name) ?? line, 'setting-unread', `Nobody reads the setting “${name}”.`, near ? `Did you mean “${near}”?` : 'Take it out, or add it to infra/azure/settings.json.');
    }
    for (const { name, required, with: backend } of settings) {
      const wanted = required && (!backend || backend === parameters.durableBackend);
      if (wanted && !(name in (body.properties ?? {}))) findings.add(file, line, 'setting-missing', `The app does not start without “${name}”.`, 'Give it in modules/function-app.bicep.');
    }
  }
}

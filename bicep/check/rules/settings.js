// The app's settings are exactly those of infra/azure/settings.json: every needed one, and none that nobody reads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysOf } from '../expressions.js';
import { nearest } from '../findings.js';

const list = 'infra/azure/settings.json';

export function holdSettings({ planned, parameters }, app, findings, templates, arm) {
  const listed = JSON.parse(readFileSync(join(app, list), 'utf8'));
  const settings = listed.map(setting => ({ ...setting, name: setting.name.replaceAll(':', '__') }));
  for (const { name, file, line } of planned.filter(({ type, name }) => type === 'Microsoft.Web/sites/config' && name !== 'appsettings')) {
    findings.add(file, line, 'setting-unread', `“${name}” stands above what the app itself says.`, 'Write it into the app.');
  }
  for (const { body, file, line } of planned.filter(({ type }) => type === 'Microsoft.Web/sites')) {
    for (const name of ['appSettings', 'connectionStrings'].filter(each => body.properties.siteConfig?.[each])) {
      const message = `Settings stand in siteConfig.${name}, apart from the others.`;
      findings.add(file, line, 'setting-unread', message, 'Give them in the resource “appsettings”.');
    }
  }
  for (const { body, file, line } of planned.filter(({ type, name }) => type === 'Microsoft.Web/sites/config' && name === 'appsettings')) {
    const given = keysOf(body.properties, arm.get(file).variables);
    for (const name of given.filter(each => !settings.some(setting => setting.name === each))) {
      const near = nearest(name, settings.map(setting => setting.name));
      const mend = near ? `Did you mean “${near}”?` : `Take it out, or add it to ${list}.`;
      findings.add(file, templates.lineOf(file, ` ${name}: `), 'setting-unread', `Nobody reads the setting “${name}”.`, mend);
    }
    const { durableBackend } = parameters;
    const needed = settings.filter(({ required, with: backend = durableBackend }) => required && backend === durableBackend);
    for (const { name } of needed.filter(each => !given.includes(each.name))) {
      findings.add(file, line, 'setting-missing', `The app does not start without “${name}”.`, 'Give it in modules/function-app.bicep.');
    }
  }
}

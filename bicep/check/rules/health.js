// Where the internet may ask, something outside does: for the app's health, as infra/web/Api/Health/HealthEndpoint.cs answers it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = 'infra/web/Api/Health/HealthEndpoint.cs';

export function holdHealth({ planned, parameters }, app, findings) {
  const text = readFileSync(join(app, source), 'utf8');
  const path = `/api/${/MapGet\("([^"]+)"/.exec(text)?.[1]}`;
  const words = `"status":"${/const string Ok = "([^"]+)"/.exec(text)?.[1]}"`;
  const tests = planned.filter(({ type }) => type === 'Microsoft.Insights/webtests');
  for (const { file, line } of planned.filter(({ type }) => type === 'Microsoft.Web/sites')) {
    if (tests.length || (!parameters.publicEntrance && !parameters.healthAddress)) continue;
    findings.add(file, line, 'health', 'Nobody asks from outside whether the app is well.', 'Deploy modules/availability.bicep.');
  }
  for (const { id, body: { properties: { Enabled, Request, ValidationRules } }, file, line } of tests) {
    const add = (message, mend) => findings.add(file, line, 'health', message, mend);
    const match = ValidationRules.ContentValidation?.ContentMatch;
    if (!addressOf(Request.RequestUrl).endsWith(path)) add(`${Request.RequestUrl} is not where the app says how it is.`, `It is ${path}.`);
    if (match !== words) add(`The test waits for ${match}, the app answers ${words}.`, `Wait for what ${source} answers.`);
    if (Enabled !== parameters.alertsEnabled) {
      add('The test does not wait for the first deployment, or never begins.', 'Let it hang on alertsEnabled.');
    }
    if (!planned.some(({ body }) => body.properties?.criteria?.webTestId === id)) add('No alert tells of it.', 'Give it a metricAlert.');
  }
}

/** Of "[format('{0}/path', …)]", what is written down of it. */
function addressOf(url) {
  return /^\[format\('([^']*)'/.exec(url)?.[1] ?? url;
}

// azd finds its environment and each service of azure.yaml by tags.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function holdAzd({ planned, parameters }, app, findings) {
  const services = /^services:\n((?:  .*\n?)*)/m.exec(readFileSync(join(app, 'azure.yaml'), 'utf8'))[1];
  const site = planned.find(({ type }) => type === 'Microsoft.Web/sites');
  for (const [, service] of services.matchAll(/^  (\w+):/gm)) {
    if (site.body.tags?.['azd-service-name'] === service) continue;
    const message = `azd does not find the service “${service}” of azure.yaml.`;
    findings.add(site.file, site.line, 'azd', message, 'Tag the app with azd-service-name.');
  }
  for (const { body, file, line } of planned.filter(({ type }) => type === 'Microsoft.Resources/resourceGroups')) {
    if (body.tags?.['azd-env-name'] === parameters.environmentName) continue;
    findings.add(file, line, 'azd', 'azd does not find its environment.', 'Tag the resource group with azd-env-name.');
  }
}

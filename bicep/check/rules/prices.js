// What prices.json multiplies is counted in what is deployed.
import { groupsOf, readyInstances } from '../scaling.js';

const hoursOfAMonth = 730;
const secondsOfAMonth = hoursOfAMonth * 3600;
const of = (type, each = () => 1) => ({ planned }) => planned.filter(resource => resource.type === type)
  .reduce((sum, { body }) => sum + each(body), 0);
const ready = (deployment, groups) => {
  const { instances, memory } = readyInstances(deployment, groups);
  return instances * memory * secondsOfAMonth;
};
const runs = ({ properties: { Locations, Frequency } }) => Locations.length * secondsOfAMonth / Frequency;
const counted = [
  { what: 'Functions, always-ready', count: ready },
  { what: 'Alerts on queries', count: of('Microsoft.Insights/scheduledQueryRules') },
  { what: 'Alerts on metrics', count: of('Microsoft.Insights/metricAlerts') },
  { what: 'Availability test', count: of('Microsoft.Insights/webtests', runs) },
  { what: 'Private endpoints', count: of('Microsoft.Network/privateEndpoints', () => hoursOfAMonth) },
  { what: 'Private DNS zones', count: of('Microsoft.Network/privateDnsZones') },
];

/** @param deployments those of dev and of prod. @param app the repository whose triggers are counted. */
export function holdPrices(templates, app, deployments, findings) {
  const { meters } = JSON.parse(templates.text('prices.json'));
  const groups = groupsOf(app);
  for (const { what, count } of counted) {
    const meter = meters.find(candidate => candidate.what.startsWith(what)) ?? {};
    for (const deployment of deployments) {
      const { name } = deployment;
      const there = count(deployment, groups);
      if ((meter[name] ?? 0) === there) continue;
      const message = `${what}: ${name} pays for ${meter[name] ?? 0}, not ${there}.`;
      findings.add('prices.json', templates.lineOf('prices.json', what), 'prices', message, 'Correct the quantity.');
    }
  }
}

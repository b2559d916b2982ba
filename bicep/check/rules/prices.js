// What prices.json multiplies is counted in what is deployed.
const hoursOfAMonth = 730;
const counted = [
  { what: 'Alerts on queries', type: 'Microsoft.Insights/scheduledQueryRules', each: 1 },
  { what: 'Alerts on metrics', type: 'Microsoft.Insights/metricAlerts', each: 1 },
  { what: 'Private endpoints', type: 'Microsoft.Network/privateEndpoints', each: hoursOfAMonth },
  { what: 'Private DNS zones', type: 'Microsoft.Network/privateDnsZones', each: 1 },
];

/** @param deployments those of dev and of prod. */
export function holdPrices(templates, deployments, findings) {
  const { meters } = JSON.parse(templates.text('prices.json'));
  for (const { what, type, each } of counted) {
    const meter = meters.find(candidate => candidate.what.startsWith(what)) ?? {};
    for (const { name, planned } of deployments) {
      const there = planned.filter(resource => resource.type === type).length * each;
      if ((meter[name] ?? 0) === there) continue;
      const message = `${what}: ${name} pays for ${meter[name] ?? 0}, not ${there}.`;
      findings.add('prices.json', templates.lineOf('prices.json', what), 'prices', message, 'Correct the quantity.');
    }
  }
}

// Everything that has a region and tags is given them: Azure's types ask for neither.
const withoutEither = ['Microsoft.Authorization/roleAssignments', 'Microsoft.Insights/diagnosticSettings', 'Microsoft.Consumption/budgets'];
const partsWithBoth = ['Microsoft.Communication/emailServices/domains', 'Microsoft.Network/privateDnsZones/virtualNetworkLinks'];

export function holdTags({ planned }, findings) {
  for (const { type, body, file, line } of planned) {
    if (withoutEither.includes(type) || (type.split('/').length > 2 && !partsWithBoth.includes(type))) continue;
    if (!body.location) findings.add(file, line, 'location', `${type} has no location.`, 'Give it location: location.');
    if (!body.tags) findings.add(file, line, 'untagged', `${type} has no tags.`, 'Give it tags: tags.');
  }
}

// What is drawn from the templates and was not drawn again: format, snapshots, README.md.
export default [
  { fault: 'a drawing of other templates', rule: 'diagram', file: 'modules/alerts.bicep', find: '\'ag-vks-${suffix}\'', replace: '\'people-vks-${suffix}\'', at: 'README.md', beside: ['dev.snapshot.json snapshot', 'prod.snapshot.json snapshot'] },
  { fault: 'a value that the snapshot of prod has otherwise', rule: 'snapshot', file: 'prod.bicepparam', find: 'param logDays = 365', replace: 'param logDays = 180', at: 'prod.snapshot.json' },
  { fault: 'an output that the snapshots lack', rule: 'snapshot', file: 'main.bicep', find: 'output FUNCTION_APP_NAME string', replace: 'output APP_NAME string', at: 'dev.snapshot.json', beside: ['prod.snapshot.json snapshot'] },
  { fault: 'a line that is not indented as the compiler does it', rule: 'format', file: 'modules/identity.bicep', find: '  location: location\n', replace: '    location: location\n' },
  { fault: 'a parameter file that is not in format', rule: 'format', file: 'dev.bicepparam', find: 'param logDays = 30', replace: 'param logDays=30' },
  { fault: 'alerts that nobody pays for', rule: 'prices', file: 'prices.json', find: '"price": 0.1, "dev": 5, "prod": 5', replace: '"price": 0.1, "dev": 5, "prod": 4', beside: ['README.md diagram'] },
  { fault: 'instances that are not kept ready', rule: 'prices', file: 'prices.json', find: '"prod": 73584000', replace: '"prod": 84096000', beside: ['README.md diagram'] },
  { fault: 'a timer of its own that nobody pays for', rule: 'prices', file: '../functions/Jobs/JobTriggers.cs', find: 'RunDueJobs jobs, LentDurableClient durable)\n{', replace: 'RunDueJobs jobs, LentDurableClient durable)\n{\n    [Function("More")]\n    public void More([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }\n', at: 'prices.json', beside: ['README.md diagram'] },
  { fault: 'tests from outside that nobody pays for', rule: 'prices', file: 'prices.json', find: '"prod": 43800', replace: '"prod": 0', beside: ['README.md diagram'] },
  { fault: 'an operation that Azure does not know', rule: 'operations', file: 'operations.json', find: '"name": "Deliver"', replace: '"name": "Delivery"', beside: ['README.md diagram'] },
  { fault: 'counts that were not drawn', rule: 'diagram', file: 'operations.json', find: '"service": "mail", "name": "send", "count": 4912', replace: '"service": "mail", "name": "send", "count": 5000', at: 'README.md' },
];

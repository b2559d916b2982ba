// The app: what it asks for and listens to, and no template gives. Only rules of ours find it.
const triggers = '../functions/Events/BusTriggers.cs';

export default [
  { fault: 'two triggers that share one subscription', rule: 'bus-triggers', file: triggers, find: '[ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Cycles,', replace: '[ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Notices,' },
  { fault: 'a trigger for a subscription that there is not', rule: 'bus-triggers', file: triggers, find: '[ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Cycles,', replace: '[ServiceBusTrigger(Subscriptions.Topic, "rankings",' },
  { fault: 'a setting that the app asks for and no list has', rule: 'setting-unlisted', file: '../infra/azure/Storage/StorageSettings.cs', find: 'TableKey = "Storage:table"', replace: 'TableKey = "Storage:rows"', beside: ['../infra/azure/settings.json setting-unread'] },
  { fault: 'a subject that the code takes and the bus does not deliver', rule: 'bus-subjects', file: '../shared/Application/Events/Subscriptions.cs', find: 'nameof(SectorTotalChanged), nameof(CycleChanged)', replace: 'nameof(SectorTotalChanged), nameof(CycleChanged), nameof(ReminderDue)', at: 'modules/service-bus-subscription.bicep' },
  { fault: 'health that the app says in other words', rule: 'health', file: '../infra/web/Api/Health/HealthEndpoint.cs', find: 'const string Ok = "ok"', replace: 'const string Ok = "well"', at: 'modules/availability.bicep' },
  { fault: 'a call that needs a role that is not granted', rule: 'role-calls', file: '../infra/azure/Storage/BlobUpload.cs', find: 'namespace ', replace: '// .GetUserDelegationKey\nnamespace ' },
  { fault: 'a client of which no role is known', rule: 'role-calls', file: '../infra/azure/Storage/BlobUpload.cs', find: 'namespace ', replace: '// new SecretClient(\nnamespace ' },
  { fault: 'a role for a call that is gone', rule: 'role-calls', file: '../infra/azure/Notices/AcsMailer.cs', find: 'Address("/emails:send")', replace: 'Address("/mails")', at: 'modules/roles.bicep', also: [['../infra/azure/Notices/AcsMailer.cs', 'POST /emails:send', 'POST /mails']] },
  { fault: 'a variable that the app reads past its configuration', rule: 'setting-unlisted', file: '../infra/azure/Storage/BlobUpload.cs', find: 'namespace ', replace: '// Environment.GetEnvironmentVariable("BLOCK_SIZE")\nnamespace ' },
  { fault: 'a listed setting that the app no longer reads', rule: 'setting-unread', file: '../infra/azure/settings.json', find: '  { "name": "Limits:Burst",', replace: '  { "name": "Limits:Rest", "reader": "app", "required": false, "for": "nothing" },\n  { "name": "Limits:Burst",' },
];

// The app: what it asks for and listens to, and no template gives. Only rules of ours find it.
const triggers = '../functions/Events/BusTriggers.cs';

export default [
  { fault: 'two triggers that share one subscription', rule: 'bus-triggers', file: triggers, find: '[ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Cycles,', replace: '[ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Notices,' },
  { fault: 'a trigger for a subscription that there is not', rule: 'bus-triggers', file: triggers, find: '[ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Cycles,', replace: '[ServiceBusTrigger(Subscriptions.Topic, "rankings",' },
  { fault: 'a setting that the app asks for and no list has', rule: 'setting-unlisted', file: '../infra/azure/Storage/StorageSettings.cs', find: 'TableKey = "Storage:table"', replace: 'TableKey = "Storage:rows"', beside: ['../infra/azure/settings.json setting-unread'] },
  { fault: 'a subject that the code takes and the bus does not deliver', rule: 'bus-subjects', file: '../shared/Application/Events/Subscriptions.cs', find: 'nameof(SectorTotalChanged), nameof(CycleChanged)', replace: 'nameof(SectorTotalChanged), nameof(CycleChanged), nameof(ReminderDue)', at: 'modules/service-bus-subscription.bicep' },
];

// The bus is provisioned as shared/Application/Events/Subscriptions.cs says, each subject under the subscription that takes it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const prefix = 'Microsoft.ServiceBus/namespaces/topics';

/** @returns {{ topic: string, subscriptions: Map<string, Set<string>> }} as the app has it. */
export function subscriptionsOf(text) {
  const constants = Object.fromEntries([...text.matchAll(/const string (\w+) = "([^"]+)"/g)].map(([, name, value]) => [name, value]));
  const subscriptions = new Map([...text.matchAll(/\[(\w+)\] =\s*\[([^\]]*)\]/g)].map(([, name, list]) => [constants[name],
    new Set([`again.${constants[name]}`, ...[...list.matchAll(/nameof\((\w+)\)/g)].map(([, subject]) => subject)])]));
  return { topic: constants.Topic, subscriptions };
}

export function holdBus({ planned }, app, findings) {
  const { topic, subscriptions } = subscriptionsOf(readFileSync(join(app, 'shared/Application/Events/Subscriptions.cs'), 'utf8'));
  const of = type => planned.filter(resource => resource.type === type);
  for (const { name, body: { properties }, file, line } of of(prefix)) {
    const add = (message, mend) => findings.add(file, line, 'bus-topic', message, mend);
    if (name !== topic) add(`The app’s topic is “${topic}”, not “${name}”.`, 'Name it as shared/Application/Events/Subscriptions.cs does.');
    if (properties.requiresDuplicateDetection !== true || !/^P[1-7]D$/.test(properties.duplicateDetectionHistoryTimeWindow ?? '')) {
      add('An event that the outbox sends again within a day must be recognised.', 'Set requiresDuplicateDetection, and a window of P1D to P7D.');
    }
  }
  const found = of(`${prefix}/subscriptions`);
  const where = of(prefix)[0];
  for (const name of subscriptions.keys()) {
    if (!found.some(each => each.name === name)) findings.add(where.file, where.line, 'bus-subjects', `The app’s subscription “${name}” is not provisioned.`, 'Add it to modules/service-bus.bicep.');
  }
  for (const subscription of found) held(subscription, subscriptions.get(subscription.name), of(`${prefix}/subscriptions/rules`).filter(rule => rule.parent?.id === subscription.id), findings);
}

function held({ name, body: { properties }, file, line }, subjects, rules, findings) {
  const add = (message, mend, rule = 'bus-subjects') => findings.add(file, line, rule, message, mend);
  if (!subjects) return add(`The app has no subscription “${name}”.`, 'Take it out, or add it to shared/Application/Events/Subscriptions.cs.');
  const given = rules.map(rule => rule.body.properties.correlationFilter?.label);
  for (const subject of subjects) if (!given.includes(subject)) add(`“${name}” does not take ${subject}.`, 'Add the subject in modules/service-bus.bicep.');
  for (const subject of given) if (!subjects.has(subject)) add(`“${name}” takes ${subject}, which nobody waits for there.`, 'Take it out, or add it to shared/Application/Events/Subscriptions.cs.');
  if (!rules.some(rule => rule.name === '$Default')) add(`“${name}” keeps the rule that takes everything.`, 'Name one of its rules $Default.');
  const must = { lockDuration: 'PT5M', maxDeliveryCount: 20, deadLetteringOnMessageExpiration: true, deadLetteringOnFilterEvaluationExceptions: true };
  for (const [property, value] of Object.entries(must)) if (properties[property] !== value) add(`${property} is ${properties[property]}.`, `Set it to ${value}.`, 'bus-delivery');
}

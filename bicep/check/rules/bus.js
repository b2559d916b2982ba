// The bus is provisioned as shared/Application/Events/Subscriptions.cs says, each subject under the subscription that takes it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = 'shared/Application/Events/Subscriptions.cs';
const prefix = 'Microsoft.ServiceBus/namespaces/topics';
const delivery = {
  lockDuration: 'PT5M', maxDeliveryCount: 20, deadLetteringOnMessageExpiration: true, deadLetteringOnFilterEvaluationExceptions: true,
};

/** @returns {{ topic: string, constants: object, subscriptions: Map<string, Set<string>> }} as the app has it. */
export function subscriptionsOf(text) {
  const constants = Object.fromEntries(Array.from(text.matchAll(/const string (\w+) = "([^"]+)"/g), ([, name, value]) => [name, value]));
  const subscriptions = new Map(Array.from(text.matchAll(/\[(\w+)\] =\s*\[([^\]]*)\]/g), ([, name, list]) => {
    const subjects = Array.from(list.matchAll(/nameof\((\w+)\)/g), ([, subject]) => subject);
    return [constants[name], new Set([`again.${constants[name]}`, ...subjects])];
  }));
  return { topic: constants.Topic, constants, subscriptions };
}

export function holdBus({ planned }, app, findings) {
  const { topic, subscriptions } = subscriptionsOf(readFileSync(join(app, source), 'utf8'));
  const of = type => planned.filter(resource => resource.type === type);
  for (const { name, body: { properties }, file, line } of of(prefix)) {
    const add = (message, mend) => findings.add(file, line, 'bus-topic', message, mend);
    if (name !== topic) add(`The app’s topic is “${topic}”, not “${name}”.`, `Name it as ${source} does.`);
    if (properties.requiresDuplicateDetection !== true || !/^P[1-7]D$/.test(properties.duplicateDetectionHistoryTimeWindow ?? '')) {
      const message = 'An event that the outbox sends again within a day must be recognised.';
      add(message, 'Set requiresDuplicateDetection, and a window of P1D to P7D.');
    }
  }
  const found = of(`${prefix}/subscriptions`);
  const [where] = of(prefix);
  for (const name of subscriptions.keys()) {
    if (found.some(each => each.name === name)) continue;
    const message = `The app’s subscription “${name}” is not provisioned.`;
    findings.add(where.file, where.line, 'bus-subjects', message, 'Add it to modules/service-bus.bicep.');
  }
  for (const subscription of found) {
    const rules = of(`${prefix}/subscriptions/rules`).filter(rule => rule.parent?.id === subscription.id);
    holdSubscription(subscription, subscriptions.get(subscription.name), rules, findings);
  }
}

function holdSubscription({ name, body: { properties }, file, line }, subjects, rules, findings) {
  const add = (message, mend, rule = 'bus-subjects') => findings.add(file, line, rule, message, mend);
  if (!subjects) return add(`The app has no subscription “${name}”.`, `Take it out, or add it to ${source}.`);
  const given = rules.map(rule => rule.body.properties.correlationFilter?.label);
  for (const subject of subjects) {
    if (!given.includes(subject)) add(`“${name}” does not take ${subject}.`, 'Add the subject in modules/service-bus.bicep.');
  }
  for (const subject of given) {
    if (!subjects.has(subject)) add(`“${name}” takes ${subject}: nobody waits for it.`, `Take it out, or add it to ${source}.`);
  }
  const replaced = rules.some(rule => rule.name === '$Default');
  if (!replaced) add(`“${name}” keeps the rule that takes everything.`, 'Name one of its rules $Default.');
  for (const [property, value] of Object.entries(delivery)) {
    if (properties[property] !== value) add(`${property} is ${properties[property]}.`, `Set it to ${value}.`, 'bus-delivery');
  }
}

// Each subscription is listened to by exactly one trigger, and each trigger listens to one that there is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subscriptionsOf } from './bus.js';

const triggers = 'functions/Events/BusTriggers.cs';
const source = 'shared/Application/Events/Subscriptions.cs';
const attribute = /\[ServiceBusTrigger\(\s*Subscriptions\.Topic,\s*(?:Subscriptions\.)?([\w"]+)/g;

/** @returns {{ constant: string, line: number }[]} the subscriptions that triggers name, by the constants of Subscriptions.cs. */
export function triggersOf(text) {
  return Array.from(text.matchAll(attribute), ({ 1: constant, index }) => ({ constant, line: text.slice(0, index).split('\n').length }));
}

export function holdTriggers(app, findings) {
  const { constants, subscriptions } = subscriptionsOf(readFileSync(join(app, source), 'utf8'));
  const found = triggersOf(readFileSync(join(app, triggers), 'utf8'));
  const add = (line, message, mend) => findings.add(`../${triggers}`, line, 'bus-triggers', message, mend);
  for (const { constant, line } of found) {
    if (!subscriptions.has(constants[constant])) add(line, `There is no subscription “${constant}”.`, `Name one of ${source}.`);
  }
  for (const name of subscriptions.keys()) {
    const listening = found.filter(({ constant }) => constants[constant] === name);
    if (listening.length === 1) continue;
    add(listening.at(-1)?.line ?? 1, `${listening.length} triggers listen to “${name}”.`, 'Have exactly one: two share its messages.');
  }
}

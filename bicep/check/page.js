// The parts of README.md that are drawn from the templates, from prices.json and operations.json.
import { drawing } from './diagram.js';
import { monthly, operationsTogether } from './operations.js';
import { readyInstances } from './scaling.js';

const secondsOfAMonth = 730 * 3600;
const row = (...cells) => `| ${cells.join(' | ')} |`;
const whole = number => Math.round(number).toLocaleString('en-US');

/** @param groups the scaling groups of the app. @returns the page with each drawn part in it. */
export function drawn(page, prices, operations, groups, prod, dev) {
  const parts = {
    diagram: drawing(prod, dev),
    cost: costs(prices, operations),
    operations: counts(operations),
    groups: scaling(prices, groups, prod),
  };
  return Object.entries(parts).reduce((text, [name, part]) => put(text, name, part), page);
}

function put(page, name, text) {
  const [begin, end] = [`<!-- ${name}, drawn by check.js --draw -->`, `<!-- end of ${name} -->`];
  const [before, rest] = page.split(begin);
  return rest === undefined ? `${page}\n${begin}\n${end}\n` : `${before}${begin}\n${text}\n${end}${rest.split(end)[1] ?? ''}`;
}

function costs({ currency, read, meters }, operations) {
  const cost = (meter, stage) => meter.price * quantity(meter, operations, stage);
  const total = stage => meters.reduce((sum, meter) => sum + cost(meter, stage), 0);
  return [
    `${currency} a month, from \`prices.json\` of ${read} and \`operations.json\`:`, '',
    row('What', 'Price', 'dev', 'prod', 'Source'), row('---', '--:', '--:', '--:', '---'),
    ...meters.map(meter => row(meter.what, priceOf(meter), cost(meter, 'dev').toFixed(2), cost(meter, 'prod').toFixed(2), sourceOf(meter))),
    row('**Together**', '', `**${total('dev').toFixed(0)}**`, `**${total('prod').toFixed(0)}**`, ''),
  ].join('\n');
}

/** What is given; otherwise what operations.json counts beyond what is included. */
function quantity(meter, operations, stage) {
  if (!meter.operations) return meter[stage];
  return (meter.in ?? ['dev', 'prod']).includes(stage)
    ? Math.max(0, monthly(operations, meter.operations, stage) - (meter.included ?? 0)) / meter.per : 0;
}

function counts(operations) {
  const { units, measured, cycles } = operations;
  const said = measured ? `Measured ${measured}` : 'Estimated, to be measured';
  const rows = operationsTogether(operations);
  return [
    `${said}: one cycle of ${units} units. In the hour nothing happens; what only passes the time,`,
    'such as looking into queues and renewing leases, is reckoned by the engine’s settings on Azure.',
    `Such cycles a month: ${cycles.dev} in dev, ${cycles.prod} in prod.`, '',
    row('Of', 'By', 'Operation', 'A cycle', 'An hour', 'Billed as'), row('---', '---', '---', '--:', '--:', '---'),
    ...rows.map(({ service, caller, name, cycle, hour, kind }) => row(service, caller, name, whole(cycle), whole(hour), kind)),
  ].join('\n');
}

function scaling({ meters }, groups, prod) {
  const { price } = meters.find(({ what }) => what.startsWith('Functions, always-ready'));
  const { memory } = readyInstances(prod, groups);
  const alone = groups.filter(group => group === 'ServiceBus').length;
  const line = (what, number, instances, each) => row(
    what, number ?? '–', `${instances} of ${each} GB`, (instances * each * secondsOfAMonth * price).toFixed(0));
  const over = number => [number, 2 * number];
  return [
    row('', 'Groups', 'Instances', 'USD a month'), row('---', '--:', '--:', '--:'),
    line('as it is, over zones', ...over(groups.length), memory),
    line(`the ${alone} followers of the bus in two (totals; all others)`, ...over(groups.length - alone + 2), memory),
    line('as it is, with `instanceMemory` 512', ...over(groups.length), 0.5),
    line('the plan in one zone, storage and bus over three, two instances for Durable', undefined, 2, memory),
  ].join('\n');
}

function priceOf({ price, unit }) {
  return `${price.toFixed(6).replace(/\.?0+$/, '')} / ${unit}`;
}

function sourceOf({ source = 'unverified list price' }) {
  return source;
}

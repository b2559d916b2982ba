// The parts of README.md that are drawn from the templates and from prices.json.
import { drawing } from './diagram.js';

/** @returns the page with each drawn part in it. */
export function drawn(page, prices, prod, dev) {
  return put(put(page, 'diagram', drawing(prod, dev)), 'cost', costs(JSON.parse(prices)));
}

function put(page, name, text) {
  const [begin, end] = [`<!-- ${name}, drawn by check.js --draw -->`, `<!-- end of ${name} -->`];
  const [before, rest] = page.split(begin);
  return rest === undefined ? `${page}\n${begin}\n${end}\n` : `${before}${begin}\n${text}\n${end}${rest.split(end)[1] ?? ''}`;
}

function costs({ currency, read, meters }) {
  const cost = (meter, stage) => meter.price * meter[stage];
  const total = stage => meters.reduce((sum, meter) => sum + cost(meter, stage), 0);
  const row = (...cells) => `| ${cells.join(' | ')} |`;
  return [
    `${currency} a month, from \`prices.json\` of ${read}:`, '',
    row('What', 'Price', 'dev', 'prod', 'Source'), row('---', '--:', '--:', '--:', '---'),
    ...meters.map(meter => row(meter.what, priceOf(meter), cost(meter, 'dev').toFixed(2), cost(meter, 'prod').toFixed(2), sourceOf(meter))),
    row('**Together**', '', `**${total('dev').toFixed(0)}**`, `**${total('prod').toFixed(0)}**`, ''),
  ].join('\n');
}

function priceOf({ price, unit }) {
  return `${price.toFixed(6).replace(/\.?0+$/, '')} / ${unit}`;
}

function sourceOf({ source = 'unverified list price' }) {
  return source;
}

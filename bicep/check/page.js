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
    ...meters.map(meter => row(meter.what, `${meter.price.toFixed(6).replace(/0+$/, '').replace(/\.$/, '')} / ${meter.unit}`, cost(meter, 'dev').toFixed(2), cost(meter, 'prod').toFixed(2), meter.source ?? 'unverified list price')),
    row('**Together**', '', `**${total('dev').toFixed(0)}**`, `**${total('prod').toFixed(0)}**`, ''),
  ].join('\n');
}

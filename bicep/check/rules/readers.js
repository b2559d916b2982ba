// infra/azure/settings.json lists what the app's source asks its configuration for, no more and no less.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const list = 'infra/azure/settings.json';
const sources = ['functions', 'infra/azure', 'infra/web'];
const constant = /const string (\w+) = (\$?)"([^"]*)"/g;
const asked = new RegExp([
  /(?:configuration|settings)\[\$?"([^"]+)"\]/,
  /\b(?:GetSection|GetValue<[\w?]+>|GetConnectionString|GetEnvironmentVariable)\(\$?"([^"]+)"/,
  /const string \w*Key = \$?"([^"]+)"/,
  /\$?"([A-Z]\w*(?:\{\w+\})?(?::\w+)+)"/,
].map(({ source }) => source).join('|'), 'g');

/** @returns {{ key: string, file: string, line: number }[]} the keys that the source names. */
export function keysOf(text, file) {
  const values = new Map(Array.from(text.matchAll(constant), ([, name, , value]) => [name, value]));
  const filled = value => value.replace(/\{(\w+)\}/g, (whole, name) => values.get(name) ?? whole);
  return Array.from(text.matchAll(asked), match => {
    return { key: filled(match.slice(1).find(Boolean)), file, line: text.slice(0, match.index).split('\n').length };
  });
}

export function holdReaders(app, findings) {
  const listed = JSON.parse(readFileSync(join(app, list), 'utf8'));
  const keys = sources.flatMap(folder => readdirSync(join(app, folder), { recursive: true })
    .filter(name => name.endsWith('.cs') && !/(^|\/)(obj|bin)\//.test(name))
    .flatMap(name => keysOf(readFileSync(join(app, folder, name), 'utf8'), `${folder}/${name}`)));
  for (const { key, file, line } of keys) {
    if (listed.some(({ name }) => name === key)) continue;
    findings.add(`../${file}`, line, 'setting-unlisted', `The app asks for “${key}”.`, `List it in ${list}.`);
  }
  for (const [place, { name, reader }] of listed.entries()) {
    if (reader !== 'app' || keys.some(({ key }) => key === name)) continue;
    findings.add(`../${list}`, place + 2, 'setting-unread', `The app does not ask for “${name}”.`, 'Take it out.');
  }
}

// infra/azure/settings.json lists what the app's source asks its configuration for, no more and no less.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['functions', 'infra/azure', 'infra/web'];
const constant = /const string (\w+) = (\$?)"([^"]*)"/g;
const asked = /configuration\[(\$?)"([^"]+)"\]|const string \w*Key = (\$?)"([^"]+)"|(\$?)"([A-Z]\w*(?:\{\w+\})?(?::\w+)+)"/g;

/** @returns {{ key: string, file: string, line: number }[]} the keys that the source names. */
export function keysOf(text, file) {
  const values = new Map([...text.matchAll(constant)].map(([, name, , value]) => [name, value]));
  const filled = value => value.replace(/\{(\w+)\}/g, (whole, name) => values.get(name) ?? whole);
  return [...text.matchAll(asked)].map(match => ({ key: filled(match[2] ?? match[4] ?? match[6]), file, line: text.slice(0, match.index).split('\n').length }));
}

export function holdReaders(app, findings) {
  const listed = JSON.parse(readFileSync(join(app, 'infra/azure/settings.json'), 'utf8'));
  const keys = sources.flatMap(folder => readdirSync(join(app, folder), { recursive: true })
    .filter(name => name.endsWith('.cs') && !/(^|\/)(obj|bin)\//.test(name))
    .flatMap(name => keysOf(readFileSync(join(app, folder, name), 'utf8'), `${folder}/${name}`)));
  for (const { key, file, line } of keys) {
    if (!listed.some(({ name }) => name === key)) findings.add(`../${file}`, line, 'setting-unlisted', `The app asks for “${key}”.`, 'List it in infra/azure/settings.json.');
  }
  listed.forEach(({ name, reader }, place) => {
    if (reader === 'app' && !keys.some(({ key }) => key === name)) findings.add('../infra/azure/settings.json', place + 2, 'setting-unread', `The app does not ask for “${name}”.`, 'Take it out.');
  });
}

// The roles that data/roles.json asks for are those that the app's calls need: no call without its role, no role without a call.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const { needed, calls, clients } = JSON.parse(readFileSync(join(import.meta.dirname, '../data/roles.json'), 'utf8'));
const rights = 'modules/roles.bicep';
const list = 'check/data/roles.json';

export function holdCalls(app, findings) {
  const made = calls.map(({ in: place, call, role }) => ({ role, places: placesOf(app, place, new RegExp(call, 'g')) }));
  for (const { role, places } of made) {
    for (const { file, line, text } of needed.some(need => need.role === role) ? [] : places) {
      findings.add(`../${file}`, line, 'role-calls', `“${text}” needs “${role}”.`, `Grant it in ${rights}, and add it to ${list}.`);
    }
  }
  for (const role of new Set(needed.map(need => need.role))) {
    if (made.some(each => each.role === role && each.places.length)) continue;
    findings.add(rights, 1, 'role-calls', `No call of the app needs “${role}”.`, `Take it out there and in ${list}.`);
  }
  for (const { file, line, text } of ['infra/azure', 'functions'].flatMap(place => placesOf(app, place, /\bnew \w+Client\(/g))) {
    if (clients.includes(text.slice('new '.length, -1))) continue;
    findings.add(`../${file}`, line, 'role-calls', `Which role “${text}” needs is not known.`, `Add what it calls to ${list}.`);
  }
}

function placesOf(app, place, pattern) {
  const isFolder = statSync(join(app, place)).isDirectory();
  const files = isFolder ? readdirSync(join(app, place), { recursive: true }).map(name => `${place}/${name}`) : [place];
  return files.filter(name => !isFolder || (name.endsWith('.cs') && !/\/(obj|bin)\//.test(name))).flatMap(file => {
    const text = readFileSync(join(app, file), 'utf8');
    return Array.from(text.matchAll(pattern), ({ 0: found, index }) => {
      return { file, text: found, line: text.slice(0, index).split('\n').length };
    });
  });
}

// Asks `azmcp bicepschema` (npm package @azure/mcp) for every resource type that the templates use, or for those named on
// the command line, and keeps of each answer what the check needs:
//   npx --yes --package @azure/mcp@2.0.5 -- node refresh-schemas.js [Microsoft.X/y ...]
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const types = process.argv.length > 2 ? process.argv.slice(2) : typesInUse(join(here, '..'));
for (const type of types) {
  if (readdirSync(join(here, 'schemas/by-hand')).includes(fileOf(type))) continue;
  const answer = JSON.parse(execFileSync('azmcp', ['bicepschema', 'get', '--resource-type', type], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  writeFileSync(join(here, 'schemas', fileOf(type)), textOf(kept(answer.results.BicepSchemaResult)));
  console.log(type);
}

function typesInUse(folder) {
  const texts = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.bicep') && !name.includes('node_modules'));
  return [...new Set(texts.flatMap(name => [...readFileSync(join(folder, name), 'utf8').matchAll(/^resource \w+ '([^'@]+)@/gm)].map(match => match[1])))].sort();
}

function fileOf(type) {
  return `${type.replaceAll('/', '_')}.json`;
}

function kept(answer) {
  const resource = answer.find(part => part.$type === 'Resource');
  const named = new Map(answer.filter(part => ['Object', 'DiscriminatedObject'].includes(part.$type)).map(part => [part.name, part]));
  const [type, apiVersion] = resource.name.split('@');
  const objects = {};
  const body = object(resource.bodyType);
  return { type, apiVersion, scopes: resource.writableScopes.split(', '), body, objects };

  function object(part) {
    if (part.$type === 'DiscriminatedObject') {
      return { discriminator: part.discriminator, properties: properties(part.baseProperties), cases: part.elements.map(object) };
    }
    const additional = part.additionalPropertiesType && reached(part.additionalPropertiesType);
    return { properties: properties(part.properties), ...(additional && { additional }) };
  }

  function properties(list) {
    return Object.fromEntries(list.map(({ name, type, flags, modifiers }) =>
      [name, [reached(type), [flags, modifiers].filter(Boolean).join(', ')].filter(Boolean).join(' # ')]));
  }

  // A name that is also an object of the answer refers to it; then that object is kept as well.
  function reached(type) {
    for (const name of type.split(' | ').map(option => option.replaceAll('[]', ''))) {
      if (named.has(name) && !(name in objects)) {
        objects[name] = null;
        objects[name] = object(named.get(name));
      }
    }
    return type;
  }
}

function textOf({ objects, body, ...head }) {
  const lines = Object.entries(objects).sort(([a], [b]) => a < b ? -1 : 1).map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `${JSON.stringify(head).slice(0, -1)},\n  "body": ${JSON.stringify(body)},\n  "objects": {\n${lines.join(',\n')}\n  }\n}\n`;
}

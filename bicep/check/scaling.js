// Which functions Flex Consumption scales together: all of HTTP, all of Durable; every other one by itself. Over zones it keeps two
// instances ready for each such group, and bills them, whatever alwaysReady says.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const trigger = /\[Function\([^\]]*\)\][^]*?\[(\w+)Trigger\b/g;
const together = { Http: 'HTTP', Orchestration: 'Durable', Activity: 'Durable', Entity: 'Durable', Blob: 'blobs' };
const leastOverZones = 2;

/** @returns the scaling groups of the app's source: names of those that hold many functions, kinds of triggers of the others. */
export function groupsOf(app) {
  const folder = join(app, 'functions');
  const files = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.cs') && !/(^|\/)(obj|bin)\//.test(name));
  const found = files.flatMap(name => Array.from(readFileSync(join(folder, name), 'utf8').matchAll(trigger), ([, kind]) => kind));
  return [...new Set(found.map(kind => together[kind]).filter(Boolean)), ...found.filter(kind => !together[kind])].sort();
}

/** @returns {{ instances: number, memory: number }} how many instances are kept ready, each of so many GB. */
export function readyInstances({ planned }, groups) {
  const { alwaysReady, instanceMemoryMB } = planned.find(({ type }) => type === 'Microsoft.Web/sites')
    .body.properties.functionAppConfig.scaleAndConcurrency;
  const asked = alwaysReady.reduce((sum, { instanceCount }) => sum + instanceCount, 0);
  const overZones = planned.some(({ type, body }) => type === 'Microsoft.Web/serverfarms' && body.properties.zoneRedundant);
  return { instances: overZones ? Math.max(asked, leastOverZones * groups.length) : asked, memory: instanceMemoryMB / 1024 };
}

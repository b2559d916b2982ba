// What a month costs in operations: operations.json counts them, of one cycle and of one hour at rest, each under what Azure bills it as.
const hoursOfAMonth = 730;
// Opening a connection or a link is free, as is what the bus drops.
const billedByTheBus = /^(Send|SendBatch|Schedule|CancelScheduled|Deliver|Complete|Abandon|DeadLetter|Release|RenewLock|Peek)$/;
const freeAtTheBus = /^(Connect|OpenSender|OpenReceiver|Accept|ExpireLock|DropDuplicate|DropUnmatched)$/;
const kinds = [
  ['table', /^(GET|HEAD|POST|PUT|PATCH|MERGE|DELETE) /, 'table operations'],
  ['queue', /^(GET|HEAD|POST|PUT|DELETE) /, 'queue operations'],
  ['blob', /^DELETE /, 'free'],
  ['blob', /^(GET|HEAD) (blob|container)(?! list)|^PUT (blob|container) (lease|metadata|properties|tags)/, 'blob reads'],
  ['blob', /^(PUT|POST) |^GET (blob|container) list/, 'blob writes'],
  ['bus', billedByTheBus, 'bus operations'],
  ['bus', freeAtTheBus, 'free'],
  ['mail', /^send$/, 'mails'],
  ['vault', /^POST (un)?wrapkey$/, 'vault operations'],
];

/** @returns what an operation is billed as; nothing where that is not known. */
export function kindOf({ service, name }) {
  return kinds.find(([of, pattern]) => of === service && pattern.test(name))?.[2];
}

/** @returns how many of a kind a stage has in a month. */
export function monthly({ cycles, cycle, hour }, kind, stage) {
  const sum = list => list.filter(each => kindOf(each) === kind).reduce((total, { count }) => total + count, 0);
  return sum(cycle) * cycles[stage] + sum(hour) * hoursOfAMonth;
}

export function holdOperations(templates, findings) {
  const file = 'operations.json';
  const { cycle, hour } = JSON.parse(templates.text(file));
  for (const { caller, service, name, count } of [...cycle, ...hour]) {
    const line = templates.lineOf(file, `"${name}"`);
    const add = (message, mend) => findings.add(file, line, 'operations', message, mend);
    if (!kindOf({ service, name })) add(`What ${service} bills “${name}” as is not known.`, 'Correct it, or add it to check/operations.js.');
    if (!['app', 'host'].includes(caller) || !(count >= 0)) add(`“${name}” lacks a caller or a count.`, 'Give both.');
  }
}

/** @returns {{ service, caller, name, cycle, hour, kind }[]} each operation once, with both counts. */
export function operationsTogether({ cycle, hour }) {
  const rows = new Map();
  for (const [column, list] of [['cycle', cycle], ['hour', hour]]) {
    for (const { service, caller, name, count } of list) {
      const key = `${service} ${caller} ${name}`;
      const row = rows.get(key) ?? { service, caller, name, cycle: 0, hour: 0, kind: kindOf({ service, name }) };
      rows.set(key, { ...row, [column]: row[column] + count });
    }
  }
  const order = ['table', 'blob', 'queue', 'bus', 'mail', 'vault'];
  const rank = ({ service }) => order.indexOf(service);
  return [...rows.values()].sort((a, b) => rank(a) - rank(b) || a.caller.localeCompare(b.caller) || a.name.localeCompare(b.name));
}

// The little that must be read of ARM's expressions where a snapshot leaves one: "[union(createObject('a', …), variables('b'))]".

/**
 * @param variables those of the template that the value stands in.
 * @returns the names that an object has, written down or as an expression; of a choice that only Azure can make, those of either.
 */
export function keysOf(value, variables) {
  if (typeof value !== 'string') return Object.keys(value ?? {});
  const { name, args } = call(value.replace(/^\[|\]$/g, ''));
  const each = parts => [...new Set(parts.flatMap(part => keysOf(part, variables)))];
  switch (name) {
    case 'union': return each(args);
    case 'if': return each(args.slice(1));
    case 'createObject': return args.filter((_, place) => place % 2 === 0).map(unquoted);
    case 'variables': return keysOf(variables[unquoted(args[0])], variables);
    default: return [];
  }
}

function unquoted(text) {
  return text.replace(/^'|'$/g, '');
}

function call(text) {
  const [, name, inner = ''] = /^(\w+)\((.*)\)$/s.exec(text) ?? [];
  const args = [];
  let depth = 0;
  let quoted = false;
  let begin = 0;
  for (let place = 0; place < inner.length; place++) {
    const letter = inner[place];
    if (letter === '\'') quoted = !quoted;
    else if (quoted) continue;
    else if ('([{'.includes(letter)) depth += 1;
    else if (')]}'.includes(letter)) depth -= 1;
    else if (letter === ',' && depth === 0) { args.push(inner.slice(begin, place).trim()); begin = place + 1; }
  }
  return { name, args: inner ? [...args, inner.slice(begin).trim()] : args };
}

/** `--name value value` → { name: [value, value] }; what stands before the first name is under ''. */
export function named(given) {
  const options = { '': [] };
  let name = '';
  for (const part of given) {
    if (part.startsWith('--')) options[name = part.slice(2)] = [];
    else options[name].push(part);
  }
  return options;
}

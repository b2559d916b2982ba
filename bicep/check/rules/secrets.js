// No secret in a parameter, a setting or an output, and no key asked for at all: everything is entered with identities.
const secretName = /(password|secret|accesskey|accountkey|primarykey|sharedkey|apikey|connectionstring|sastoken)s?$/i;
const secretText = /(AccountKey|SharedAccessKey|Password|pwd|sig)=[^;]|DefaultEndpointsProtocol=/i;
const asksForKeys = /\blist\w+\(/i;

/** In the templates: what they ask for and what they show. */
export function holdSecrets(templates, arm, findings) {
  for (const [path, { parameters = {}, outputs = {}, variables, resources }] of arm) {
    const add = (pattern, message, mend) => findings.add(path, templates.lineOf(path, pattern), 'secret', message, mend);
    for (const [name, { type }] of Object.entries(parameters)) {
      const secret = /^secure/i.test(type) || secretName.test(name);
      if (secret) add(`param ${name} `, `“${name}” is a secret, and nothing here needs one.`, 'Enter with the identity instead.');
    }
    for (const [name, { value }] of Object.entries(outputs)) {
      const shown = [name, ...Array.from(JSON.stringify(value ?? '').matchAll(/\.(\w+)/g), ([, member]) => member)];
      const word = shown.find(each => secretName.test(each));
      if (word) add(`output ${name} `, `“${name}” shows “${word}” to everyone.`, 'Ask for it where it is needed, by `existing`.');
    }
    for (const text of textsOf({ variables, resources, outputs })) {
      if (asksForKeys.test(text)) add(asksForKeys, 'Keys are asked for.', 'Grant the identity a role instead.');
      if (secretText.test(text)) add(secretText, 'The text holds a key.', 'Enter with the identity instead.');
    }
  }
}

/** In what is deployed: a key may be put together from parts. */
export function holdKeys({ planned }, findings) {
  for (const { type, body, file, line } of planned) {
    if (!textsOf(body).some(text => secretText.test(text))) continue;
    findings.add(file, line, 'secret', `${type} is given a key.`, 'Enter with the identity instead.');
  }
}

function textsOf(value) {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

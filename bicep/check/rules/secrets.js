// No secret in a parameter, a setting or an output, and no key asked for at all: everything is entered with identities.
import { expressionsOf, within } from '../language/walking.js';

const secretName = /(password|secret|accesskey|accountkey|primarykey|sharedkey|apikey|connectionstring|sastoken)s?$/i;
export const secretText = /(AccountKey|SharedAccessKey|Password|pwd|sig)=[^;‹]|DefaultEndpointsProtocol=/i;
// Names an address and an id; entering needs an identity all the same, since local authentication is off.
const harmless = new Set(['ConnectionString', 'APPLICATIONINSIGHTS_CONNECTION_STRING', 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING']);

export function holdSecrets(inferences, findings) {
  for (const [path, { file }] of inferences) {
    const add = (node, message, mend) => findings.add(path, node.line, 'secret', message, mend);
    for (const statement of file.statements) {
      for (const node of expressionsOf(statement)) {
        if (node.kind === 'call' && /^list\w/i.test(node.of.name ?? '')) add(node, `“${node.of.name}” asks for keys.`, 'Grant the identity a role instead.');
        if (node.kind === 'string' && secretText.test([node.value ?? node.parts].flat().map(part => part.kind ? 'x' : part).join(''))) add(node, 'The text holds a key.', 'Enter with the identity instead.');
      }
    }
    for (const param of file.every('param')) {
      const secure = param.decorators.some(decorator => decorator.of.name === 'secure') || param.type.is.startsWith('secure');
      if (secure) add(param, `“${param.name}” is a secret, and nothing here needs one.`, 'Enter with the identity instead.');
      else if (secretName.test(param.name)) add(param, `“${param.name}” looks like a secret and comes in the open.`, 'Enter with the identity instead, or mark it @secure().');
    }
    for (const output of file.every('output')) {
      if (secretName.test(output.name) && !harmless.has(output.name)) add(output, `The output “${output.name}” looks like a secret.`, 'Outputs can be read by everyone: take it out.');
      else for (const node of within(output.value)) if ((node.kind === 'member' && secretName.test(node.name)) || (node.kind === 'index' && secretName.test(node.index.value ?? ''))) add(output, `The output shows “${node.name}”.`, 'Ask for it where it is needed, by `existing`.');
    }
  }
}

function showing(file, name) {
  return file.every('output').filter(output => [...within(output.value)].some(node => node.kind === 'identifier' && node.name === name));
}

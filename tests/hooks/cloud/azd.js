// azd env set NAME VALUE --environment NAME
import { named } from './arguments.js';
import { Failure } from './failure.js';

export function azd(given, cloud) {
  const { '': [command, verb, name, value], environment = [] } = named(given);
  if (command !== 'env' || verb !== 'set' || environment[0] !== cloud.environment.AZURE_ENV_NAME) throw new Failure(1, `unknown: ${given.join(' ')}`);
  cloud.environment[name] = value;
  return '';
}

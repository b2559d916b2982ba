// The deployed app, as curl finds it.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { api } from './api.js';
import { Failure } from './failure.js';

const root = resolve(import.meta.dirname, '../../..');

export function curl(given, cloud, call) {
  const options = {};
  const headers = [];
  let url;
  for (let place = 0; place < given.length; place++) {
    const option = given[place];
    if (!option.startsWith('--')) url = new URL(option);
    else if (option === '--header') headers.push(given[++place]);
    else if (['--silent', '--show-error'].includes(option)) options[option] = true;
    else options[option] = given[++place];
  }
  if (options['--config']) headers.push(.../header = "(.*)"/.exec(readFileSync(options['--config'], 'utf8')).slice(1));
  const data = options['--data-binary'] ?? options['--data'];
  const body = data?.startsWith('@') ? readFileSync(resolve(root, data.slice(1)), 'utf8') : data;
  call.asked = `${options['--request']} ${url.pathname}`;
  if (url.origin !== cloud.environment.FUNCTION_APP_ADDRESS) throw new Failure(6, `Could not resolve host: ${url.host}`);
  const { status, answer = '' } = api(call.asked, Object.fromEntries(headers.map(header => header.split(': '))), body, cloud);
  writeFileSync(options['--output'], typeof answer === 'string' ? answer : JSON.stringify(answer));
  return options['--write-out'].replace('%{http_code}', status);
}

// Stands in for az, azd and curl. The programs on the PATH are scripts of one line that ask here, over a socket, so that a call costs little.
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import { az } from './az.js';
import { azd } from './azd.js';
import { Failure } from './failure.js';
import { curl } from './curl.js';

/** @returns a server that answers the programs of every world in the map, each under its own path. */
export function serve(worlds, socket) {
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    const [name, ...given] = text.split('\0').slice(0, -1);
    const world = worlds.get(request.url.slice(1));
    const { code, out = '', error = '' } = answer(name, given, world.state);
    writeFileSync(`${world.folder}/out`, out);
    writeFileSync(`${world.folder}/error`, error);
    response.end(`${code}`);
  });
  return new Promise(resolve => server.listen(socket, () => resolve(server)));
}

export const programOf = (name, socket, world, folder) => `#!/bin/sh
code=$(printf '%s\\0' ${name} "$@" | /usr/bin/curl --silent --unix-socket ${socket} --data-binary @- http://cloud/${world})
cat ${folder}/error >&2
cat ${folder}/out
exit "$code"
`;

function answer(name, given, state) {
  const call = { name, given };
  state.calls.push(call);
  const { at, how } = state.fault ?? {};
  const struck = state.calls.length === at || (how === 'down' && state.calls.length >= at);
  try {
    if (struck && how === 'down') throw new Failure(name === 'curl' ? 7 : 1, 'Max retries exceeded: the network is unreachable');
    const out = { az, azd, curl }[name](given, state, call);
    if (struck) throw new Failure(name === 'curl' ? 52 : 1, 'Connection aborted: remote end closed connection without response');
    return { code: 0, out };
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    return { code: failure.code, error: `${name === 'az' ? 'ERROR: ' : ''}${failure.message}\n` };
  }
}

// The genuine Bicep compiler, kept running: it answers JSON-RPC requests, many times faster than a process for each.
import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const binary = join(here, 'bin/bicep');

// Names hang on these; none is that of a real deployment.
const nowhere = '00000000-0000-0000-0000-000000000000';
const metadata = { tenantId: nowhere, subscriptionId: nowhere, location: 'southeastasia', deploymentName: 'vks' };

export class Compiler {
  constructor() {
    if (!existsSync(binary)) throw new Error('The Bicep compiler is missing: dotnet build bicep/check/Compiler.csproj');
    this.asked = 0;
    this.waiting = new Map();
    this.received = Buffer.alloc(0);
    this.process = spawn(binary, ['jsonrpc', '--stdio'], { env: environment(), stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdout.on('data', bytes => this.receive(bytes));
    this.process.on('exit', code => {
      for (const { reject } of this.waiting.values()) reject(new Error(`The Bicep compiler ended with ${code}.`));
    });
  }

  /** @returns {Promise<{ diagnostics: object[], parameters: string, template: string }>} of a parameter file and what it deploys. */
  compile(path) {
    return this.ask('compileParams', { path, parameterOverrides: {} });
  }

  /** @returns {Promise<object[]>} what the compiler and its linter say of one template. */
  async diagnose(path) {
    return (await this.ask('compile', { path })).diagnostics;
  }

  /** @returns {Promise<string>} the file's text as the compiler would write it. */
  async format(path) {
    return (await this.ask('format', { path })).contents;
  }

  /** @returns {Promise<{ predictedResources: object[], diagnostics: object[], outputs: object }>} what a parameter file deploys. */
  async snapshot(path) {
    const { outputs, ...snapshot } = JSON.parse((await this.ask('getSnapshot', { path, metadata })).snapshot);
    // The compiler lists them in no order.
    const sorted = Object.entries(outputs).sort(([a], [b]) => a < b ? -1 : 1);
    return { ...snapshot, outputs: Object.fromEntries(sorted) };
  }

  ask(method, params) {
    const id = ++this.asked;
    const message = JSON.stringify({ jsonrpc: '2.0', id, method: `bicep/${method}`, params });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  receive(bytes) {
    this.received = Buffer.concat([this.received, bytes]);
    for (;;) {
      const begin = this.received.indexOf('\r\n\r\n') + 4;
      const end = begin + Number(/Content-Length: (\d+)/.exec(this.received.subarray(0, begin))?.[1]);
      if (begin < 4 || this.received.length < end) return;
      const { id, result, error } = JSON.parse(this.received.subarray(begin, end));
      this.received = this.received.subarray(end);
      if (error) this.waiting.get(id).reject(new Error(error.message));
      else this.waiting.get(id).resolve(result);
      this.waiting.delete(id);
    }
  }

  close() {
    this.process.stdin.end();
  }
}

const options = {
  tenantId: '--tenant-id', subscriptionId: '--subscription-id', location: '--location', deploymentName: '--deployment-name',
};

/** One of the compiler's own commands. @returns {Promise<{ code: number, said: string }>} its exit code, and all that it wrote. */
export function run(command, file, ...more) {
  const named = command === 'snapshot' ? Object.entries(metadata).flatMap(([name, value]) => [options[name], value]) : [];
  return new Promise(resolve => execFile(binary, [command, file, ...more, ...named], { env: environment() },
    (fault, stdout, stderr) => resolve({ code: fault?.code ?? 0, said: `${stderr}${stdout}` })));
}

/** Nothing of the person's own environment gets into a snapshot, no culture's way of writing, and no answer of the internet. */
function environment() {
  const given = Array.from(readFileSync(join(here, 'snapshot.env'), 'utf8').matchAll(/^(\w+)=(.*)$/gm), ([, name, value]) => [name, value]);
  const { HOME, PATH, TMPDIR = '/tmp' } = process.env;
  // The compiler asks for a list of public modules, of which none is used here: nothing answers at this proxy.
  const offline = { HTTPS_PROXY: 'http://127.0.0.1:1' };
  // It does not run long enough to win back what watching itself costs.
  const runtime = { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', DOTNET_TieredPGO: '0' };
  return { HOME, PATH, TMPDIR, ...offline, ...runtime, ...Object.fromEntries(given) };
}

// The files that are checked, and where in them a resource is declared.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['', 'modules', 'check/deployments'];

export class Templates {
  constructor(root) {
    this.root = root;
    const all = folders.flatMap(folder => readdirSync(join(root, folder)).map(name => join(folder, name)));
    this.paths = all.filter(path => /\.bicep(param)?$/.test(path));
    this.declared = this.paths.flatMap(path => declarations(path, this.text(path), this.given(path)));
  }

  /** @returns the file's text, or '' where there is none. */
  text(path) {
    return existsSync(join(this.root, path)) ? readFileSync(join(this.root, path), 'utf8') : '';
  }

  every(extension) {
    return this.paths.filter(path => path.endsWith(`.${extension}`));
  }

  /** The line on which a pattern is first found in a file; 1 where it is not. */
  lineOf(path, pattern) {
    const place = typeof pattern === 'string' ? this.text(path).indexOf(pattern) : this.text(path).search(pattern);
    return place < 0 ? 1 : this.text(path).slice(0, place).split('\n').length;
  }

  /** @returns {{ symbol: string, target: string }[]} the modules that a template deploys, each with its file. */
  modules(path) {
    const modules = this.text(path).matchAll(/^module (\w+) '([^']+)'/gm);
    return Array.from(modules, ([, symbol, target]) => ({ symbol, target: join(path, '..', target) }));
  }

  /** The name that main.bicep gives to a module, as it is written there or in its variable `names`. */
  given(path) {
    const main = this.text('main.bicep');
    const [, name] = new RegExp(`^module \\w+ '${path}'[^]*?\\bparams: \\{\\s*name: ([^,\n]+)`, 'm').exec(main) ?? [];
    const [, key] = /^names\.(\w+)$/.exec(name) ?? [];
    return key ? new RegExp(`^  ${key}: (.*)$`, 'm').exec(main)?.[1] : name;
  }

  /** The declaration that a resource most likely comes from: of its type, best in its parent's file, best with a name that fits. */
  place(type, name, parentFile) {
    const fit = ({ file, named }) => (file === parentFile ? 1000 : 0) + (named.test(name) ? named.source.length : 0);
    const candidates = this.declared.filter(each => each.type.toLowerCase() === type.toLowerCase());
    const [{ file, line, type: written }] = candidates.sort((a, b) => fit(b) - fit(a));
    return { file, line, written };
  }
}

/** Resources that a file makes, each with a pattern for the names that it may have. @param given what its parameter `name` is. */
function declarations(file, text, given) {
  return Array.from(text.matchAll(/^resource \w+ '([^@']+)@[^']+' = [^]*?\n\s+name: (.*)/gm), ({ 1: type, 2: name, index }) => {
    return { file, type, line: text.slice(0, index).split('\n').length, named: pattern(name === 'name' ? given : name) };
  });
}

/** From `'ag-${suffix}'` to /^ag-.*$/; what is no text may be any name. */
function pattern(name) {
  const [, text] = /^'(.*)'$/.exec(name) ?? [];
  const literals = text?.split(/\$\{[^}]*\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return literals ? new RegExp(`^${literals.join('.*')}$`) : /^/;
}

import { posix } from 'node:path';
import vm from 'node:vm';
import { compilePage, type Part } from './template';
import type { Scope } from './expression';
import { isBag, isCallable } from './values';

/** A WXML file ready to render: where a template is looked up, and which wxs modules it sees. */
export interface Sheet {
  readonly file: string;
  readonly parts: readonly Part[];
  readonly modules: Scope;
  readonly templates: ReadonlyMap<string, Template>;
}

/** A named template together with the sheet which defines it, since its wxs modules come from there. */
export interface Template {
  readonly parts: readonly Part[];
  readonly sheet: Sheet;
}

/** Loads WXML files with what they import. A file that is missing is an error that names it. */
export class Sheets {
  private readonly loaded = new Map<string, Sheet>();
  private readonly modules = new Map<string, unknown>();

  constructor(private readonly read: (path: string) => string) {}

  /** The sheet at `file`, a path from the root of the package. */
  load(file: string): Sheet {
    const had = this.loaded.get(file);
    if (had !== undefined) return had;
    const page = compilePage(this.read(file), file);
    const modules: Scope = {};
    const templates = new Map<string, Template>();
    const sheet: Sheet = { file, parts: page.parts, modules, templates };
    this.loaded.set(file, sheet);
    for (const script of page.scripts) {
      modules[script.module] =
        script.src === undefined
          ? this.run(script.source, file)
          : this.module(beside(file, script.src));
    }
    for (const from of page.imports) {
      const imported = this.load(beside(file, from));
      const own = compilePage(this.read(imported.file), imported.file).templates;
      for (const [name, parts] of own) templates.set(name, { parts, sheet: imported });
    }
    for (const [name, parts] of page.templates) templates.set(name, { parts, sheet });
    return sheet;
  }

  private module(file: string): unknown {
    if (!this.modules.has(file)) this.modules.set(file, this.run(this.read(file), file));
    return this.modules.get(file);
  }

  private run(source: string, file: string): unknown {
    const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
    const module = { exports: {} };
    const require = (path: unknown) => this.module(beside(file, String(path)));
    const wrapped = `(function (module, exports, require) {${source}\n})`;
    const body: unknown = vm.runInContext(wrapped, context, { filename: file });
    if (isCallable(body)) body(module, module.exports, require);
    if (!isBag(module.exports)) throw new Error(`${file} exports nothing`);
    return module.exports;
  }
}

/** The path that `target`, written in `file`, means from the root of the package. */
export function beside(file: string, target: string): string {
  return target.startsWith('/')
    ? posix.normalize(target.slice(1))
    : posix.join(posix.dirname(file), target);
}

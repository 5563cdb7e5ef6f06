import type { Bundle } from './bundle';
import type { Sandbox } from './sandbox';
import { beside } from './sheets';
import { isBag, type Bag } from './values';

interface Module {
  exports: unknown;
}

/** Runs the files of the package, each once, with WeChat's rules for `require` between packages. */
export class Modules {
  /** Roots of the subpackages that were loaded, in order; the main package is there from the start. */
  readonly loadedPackages: string[] = [];
  private readonly modules = new Map<string, Module>();
  private readonly registered = new Map<string, Bag>();
  private readonly running: string[] = [];

  constructor(
    private readonly bundle: Bundle,
    private readonly sandbox: Sandbox,
  ) {}

  /** Runs `path` (no extension) and answers what it handed to Page, Component or App. */
  register(path: string): Bag {
    this.loadPackage(path);
    this.run(`${path}.js`);
    const config = this.registered.get(path);
    if (config === undefined) throw new Error(`${path}.js registers nothing`);
    return config;
  }

  /** What Page, Component and App do: keep the configuration under the file that runs. */
  keep(config: Bag): void {
    const file = this.running[this.running.length - 1];
    if (file === undefined)
      throw new Error('Page or Component was called outside a file of the app');
    this.registered.set(file.replace(/\.js$/, ''), config);
  }

  private loadPackage(path: string): void {
    const { root } = this.bundle.packageOf(path);
    if (root !== '' && !this.loadedPackages.includes(root)) this.loadedPackages.push(root);
  }

  private run(file: string): unknown {
    const had = this.modules.get(file);
    if (had !== undefined) return had.exports;
    const module: Module = { exports: {} };
    this.modules.set(file, module);
    this.running.push(file);
    try {
      const require = (target: unknown) => this.require(file, String(target));
      this.sandbox.run(file, this.bundle.read(file), [require, module, module.exports]);
    } finally {
      this.running.pop();
    }
    return module.exports;
  }

  private require(from: string, target: string): unknown {
    const path = beside(from, target);
    const file = [path, `${path}.js`, `${path}/index.js`].find(
      (one) => one.endsWith('.js') && this.bundle.has(one),
    );
    if (file === undefined) {
      throw new Error(`module '${path}.js' is not defined, require args is '${target}' in ${from}`);
    }
    const { root } = this.bundle.packageOf(file);
    if (root !== '' && root !== this.bundle.packageOf(from).root) {
      throw new Error(`${from} may not require '${target}': it stands in subpackage '${root}'`);
    }
    return this.run(file);
  }
}

/** The functions that a configuration may be registered with. */
export function registrars(keep: (config: Bag) => void): Bag {
  const take = (config: unknown) => {
    if (!isBag(config))
      throw new Error('App, Page or Component was called without a configuration');
    keep(config);
  };
  return { App: take, Page: take, Component: take, Behavior: (config: unknown) => config };
}

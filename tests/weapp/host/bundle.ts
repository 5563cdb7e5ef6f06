import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beside } from './sheets';
import { bagOf, isBag, stringOf, stringsOf, type Bag } from './values';

/** A subpackage, or the main package with the root ''. */
export interface Package {
  readonly root: string;
  readonly pages: readonly string[];
}

/** A compiled mini program on disk, as its app.json describes it. */
export class Bundle {
  readonly config: Bag;
  readonly packages: readonly Package[];
  readonly tabs: readonly string[];

  constructor(readonly folder: string) {
    this.config = this.json('app.json');
    const listed = this.config.subPackages ?? this.config.subpackages;
    const subpackages = Array.isArray(listed) ? listed.filter(isBag) : [];
    this.packages = [
      { root: '', pages: stringsOf(this.config.pages) },
      ...subpackages.map((one) => packageOf(one)),
    ];
    const list = bagOf(this.config.tabBar).list;
    const items = Array.isArray(list) ? list.filter(isBag) : [];
    this.tabs = items.map((item) => stringOf(item.pagePath));
    this.checkPages();
  }

  /** Every page, by its route without a leading slash. */
  get pages(): readonly string[] {
    return this.packages.flatMap((one) => one.pages);
  }

  /** Whether the tab bar is a component of the app. */
  get hasCustomTabBar(): boolean {
    return bagOf(this.config.tabBar).custom === true;
  }

  /** The package that owns the file at `path`: the main package for what no subpackage claims. */
  packageOf(path: string): Package {
    const owner = this.packages.find((one) => one.root !== '' && path.startsWith(`${one.root}/`));
    const [main] = this.packages;
    if (main === undefined) throw new Error('app.json names no package');
    return owner ?? main;
  }

  /** Whether there is such a file. */
  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  /** The text of a file; an error that names it when it is missing. */
  read(path: string): string {
    if (!this.has(path)) throw new Error(`${path} is missing from the mini program`);
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** A JSON file that holds an object. */
  json(path: string): Bag {
    const value: unknown = JSON.parse(this.read(path));
    if (!isBag(value)) throw new Error(`${path} holds no object`);
    return value;
  }

  /** What a page or component may use: tag to path of the component, with app.json's own. */
  componentsOf(path: string): Map<string, string> {
    const own = bagOf(this.json(`${path}.json`).usingComponents);
    const all = { ...bagOf(this.config.usingComponents), ...own };
    return new Map(
      Object.entries(all).map(([tag, target]) => [tag, beside(path, stringOf(target))]),
    );
  }

  private checkPages(): void {
    const [main] = this.packages;
    if (main === undefined || main.pages.length === 0) throw new Error('app.json names no page');
    this.read('app.js');
    for (const page of this.pages) {
      for (const kind of ['js', 'json', 'wxml']) this.read(`${page}.${kind}`);
    }
    for (const tab of this.tabs) {
      if (!main.pages.includes(tab)) throw new Error(`Tab "${tab}" is no page of the main package`);
    }
    if (this.hasCustomTabBar) this.read('custom-tab-bar/index.js');
  }
}

function packageOf(listed: Bag): Package {
  const root = stringOf(listed.root).replace(/^\/|\/$/g, '');
  return { root, pages: stringsOf(listed.pages).map((page) => `${root}/${page}`) };
}

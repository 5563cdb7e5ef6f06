import type { Machine } from './machine';
import type { Owner, WxNode } from './node';
import { bagOf, isBag, isCallable, writePath, type Bag, type Callable } from './values';

/** What an instance needs of the screen that it stands on. */
export interface Stage {
  readonly route: string;
  /** Something was written: draw again, then call `done`. */
  readonly changed: (done: unknown) => void;
  /** The components that match a selector, as their `this`. */
  readonly components: (selector: string, above: Instance) => Bag[];
  readonly tabBar: () => Bag | null;
  readonly query: (above: Instance) => unknown;
  readonly observer: (above: Instance) => unknown;
}

/** A living page or component: `self` is what the app's code knows as `this`. */
export class Instance implements Owner {
  readonly self: Bag = {};
  readonly route: string;
  /** The element that stands for a component in its parent. */
  node: WxNode | null = null;
  isAlive = true;
  private readonly offered = new Map<string, string>();

  constructor(
    readonly path: string,
    readonly config: Bag,
    readonly machine: Machine,
    private readonly stage: Stage,
  ) {
    this.route = stage.route;
    this.self.is = path;
    this.self.setData = (data: unknown, done: unknown) => this.setData(data, done);
    this.self.selectComponent = (selector: unknown) =>
      stage.components(String(selector), this)[0] ?? null;
    this.self.selectAllComponents = (selector: unknown) => stage.components(String(selector), this);
    this.self.createSelectorQuery = () => stage.query(this);
    this.self.createIntersectionObserver = () => stage.observer(this);
    this.self.getTabBar = () => stage.tabBar();
    this.self.getPageId = () => `pageId:${stage.route}`;
  }

  get data(): Bag {
    return bagOf(this.self.data);
  }

  /** The handler that a template names; it must exist, though WeChat only warns. */
  method(name: string): Callable | undefined {
    const held = this.self[name];
    return isCallable(held) ? held : undefined;
  }

  /** Calls a lifecycle function of a page. */
  tell(name: string, ...args: unknown[]): unknown {
    const where = `${this.path} ${name}`;
    return this.machine.call(where, this.self[name], this.self, ...args);
  }

  /** Calls a lifecycle function of a component: `lifetimes` before the old place. */
  tellLifetime(name: string): void {
    const deed = bagOf(this.config.lifetimes)[name] ?? this.config[name];
    this.machine.call(`${this.path} ${name}`, deed, this.self);
  }

  /** Calls what a component does when its page is shown or hidden. */
  tellPage(name: 'show' | 'hide'): void {
    const deed = bagOf(this.config.pageLifetimes)[name];
    this.machine.call(`${this.path} page ${name}`, deed, this.self);
  }

  /** Hands a component the attributes of its element; a property changes only when its value did. */
  offer(attributes: Bag): void {
    for (const [name, declared] of Object.entries(bagOf(this.config.properties))) {
      const text = JSON.stringify(attributes[name] ?? attributes[dashed(name)]);
      if (text === undefined || this.offered.get(name) === text) continue;
      this.offered.set(name, text);
      const before = this.data[name];
      const value = this.machine.sandbox.revive(text);
      this.data[name] = value;
      if (!isBag(declared) || !isCallable(declared.observer)) continue;
      const { observer } = declared;
      const where = `${this.path} observer of ${name}`;
      this.machine.later(where, () => observer.call(this.self, value, before));
    }
  }

  private setData(data: unknown, done: unknown): void {
    if (!this.isAlive) return;
    const text = JSON.stringify(bagOf(data));
    const written = bagOf(this.machine.sandbox.revive(text));
    const bytes = Buffer.byteLength(text, 'utf8');
    const paths = Object.keys(written);
    this.machine.notes.push({ route: this.route, bytes, paths });
    for (const path of paths) writePath(this.data, path, written[path]);
    this.stage.changed(done);
  }
}

/** A page: every function of its configuration is a method. */
export function pageInstance(path: string, config: Bag, machine: Machine, stage: Stage): Instance {
  refuse(path, config, ['observers', 'computed']);
  const page = new Instance(path, config, machine, stage);
  for (const [name, value] of Object.entries(config)) {
    if (name !== 'data') page.self[name] = isCallable(value) ? value : machine.sandbox.copy(value);
  }
  page.self.data = machine.sandbox.copy(bagOf(config.data));
  page.self.route = path;
  page.self.__route__ = path;
  return page;
}

/** A component: its methods, and its data with the first values of its properties. */
export function componentInstance(
  path: string,
  config: Bag,
  machine: Machine,
  stage: Stage,
): Instance {
  refuse(path, config, ['observers', 'relations', 'export']);
  const component = new Instance(path, config, machine, stage);
  Object.assign(component.self, bagOf(config.methods));
  const data: Bag = {};
  for (const [name, declared] of Object.entries(bagOf(config.properties))) {
    if (isBag(declared)) data[name] = declared.value;
  }
  Object.assign(data, bagOf(config.data));
  component.self.data = machine.sandbox.copy(data);
  component.self.properties = component.self.data;
  return component;
}

function refuse(path: string, config: Bag, fields: readonly string[]): void {
  const behaviors: unknown = config.behaviors;
  const used = fields.filter((field) => config[field] !== undefined);
  if (Array.isArray(behaviors) && behaviors.length > 0) used.push('behaviors');
  if (used.length > 0) throw new Error(`${path}: ${used.join(', ')} is not known to this host`);
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

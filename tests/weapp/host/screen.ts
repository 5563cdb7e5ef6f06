import type { Bundle } from './bundle';
import { componentInstance, pageInstance, type Instance, type Stage } from './instance';
import type { Machine } from './machine';
import type { Modules } from './modules';
import { WxNode } from './node';
import { render } from './render';
import type { Sheets } from './sheets';
import { isBag, type Bag } from './values';
import { intersectionObserver, selectorQuery } from './wx/view';

/** The package as loaded: where pages and components come from. */
export interface Program {
  readonly machine: Machine;
  readonly bundle: Bundle;
  readonly modules: Modules;
  readonly sheets: Sheets;
}

const MAX_ROUNDS = 30;
const TAB_BAR = 'custom-tab-bar/index';

/** One page on the phone: its instance, its components, and the tree that they show. */
export class Screen {
  readonly page: Instance;
  title = '';
  private tree: WxNode;
  private readonly components = new Map<string, Instance>();
  private waiting: unknown[] = [];
  private isDirty = true;
  private isPlanned = false;
  private isVisible = false;
  private tabBar: Instance | null = null;

  constructor(
    readonly program: Program,
    readonly route: string,
    readonly query: Bag,
    private readonly showsTabBar: boolean,
  ) {
    loadComponents(program, route, new Set());
    if (showsTabBar) loadComponents(program, TAB_BAR, new Set());
    const config = program.modules.register(route);
    this.page = pageInstance(route, config, program.machine, this.stage());
    this.page.self.options = program.machine.sandbox.copy(query);
    this.tree = new WxNode('page', this.page, null);
  }

  /** onLoad; the page stands on the stack by now. */
  load(): void {
    this.page.tell('onLoad', this.page.self.options);
  }

  /** onShow, of the page and of its components. */
  show(): void {
    this.isVisible = true;
    this.page.tell('onShow');
    for (const one of this.components.values()) one.tellPage('show');
  }

  /** Draws for the first time, then onReady. */
  ready(): void {
    this.flush();
    for (const one of this.components.values()) one.tellPage('show');
    this.page.tell('onReady');
  }

  /** onHide, of the page and of its components. */
  hide(): void {
    if (!this.isVisible) return;
    this.isVisible = false;
    this.page.tell('onHide');
    for (const one of this.components.values()) one.tellPage('hide');
  }

  /** onUnload; whatever is written afterwards is lost. */
  unload(): void {
    this.page.tell('onUnload');
    for (const one of this.components.values()) this.detach(one);
    this.components.clear();
    this.page.isAlive = false;
  }

  /** What the page shows now. */
  shown(): WxNode {
    if (this.isDirty) this.flush();
    return this.tree;
  }

  /** The same node in the tree of now; an error when it is gone. */
  current(node: WxNode): WxNode {
    const all = [...this.shown().walk()];
    if (all.includes(node)) return node;
    const again = all.find((one) => node.id !== '' && one.id === node.id && one.tag === node.tag);
    if (again === undefined)
      throw new Error(`<${node.tag} id="${node.id}"> is no longer on ${this.route}`);
    return again;
  }

  private stage(): Stage {
    const { machine } = this.program;
    return {
      route: this.route,
      changed: (done) => this.changed(done),
      components: (selector, above) => this.select(selector, above),
      tabBar: () => this.tabBar?.self ?? null,
      query: () => selectorQuery(machine, () => this.shown()),
      observer: () => intersectionObserver(machine, () => this.shown()),
    };
  }

  private changed(done: unknown): void {
    this.isDirty = true;
    this.waiting.push(done);
    if (this.isPlanned) return;
    this.isPlanned = true;
    this.program.machine.later(`${this.route} setData`, () => {
      this.isPlanned = false;
      this.flush();
    });
  }

  private flush(): void {
    for (let round = 0; this.isDirty; round += 1) {
      if (round === MAX_ROUNDS) throw new Error(`${this.route} writes data at every drawing`);
      this.isDirty = false;
      this.draw();
    }
    const done = this.waiting;
    this.waiting = [];
    for (const one of done) this.program.machine.call(`${this.route} setData`, one, this.page.self);
  }

  private draw(): void {
    const tree = new WxNode('page', this.page, null);
    const seen = new Set<string>();
    const fresh: Instance[] = [];
    const mount = (node: WxNode, key: string, path: string) => {
      seen.add(key);
      const had = this.components.get(key);
      const one = had ?? this.create(path, key);
      if (had === undefined) fresh.push(one);
      one.node = node;
      one.offer(node.attributes);
      this.renderOwner(one, node, key, mount);
    };
    this.renderOwner(this.page, tree, 'page', mount);
    if (this.showsTabBar) this.addTabBar(tree, mount);
    this.tree = tree;
    for (const [key, one] of this.components) {
      if (seen.has(key)) continue;
      this.components.delete(key);
      this.detach(one);
    }
    for (const one of fresh) one.tellLifetime('attached');
    for (const one of fresh) one.tellLifetime('ready');
  }

  private addTabBar(tree: WxNode, mount: Mount): void {
    const node = new WxNode('custom-tab-bar', this.page, tree);
    tree.children.push(node);
    mount(node, 'tab-bar', TAB_BAR);
    this.tabBar = this.components.get('tab-bar') ?? null;
  }

  private renderOwner(owner: Instance, into: WxNode, key: string, mount: Mount): void {
    const { bundle, sheets } = this.program;
    const uses = bundle.componentsOf(owner.path);
    const rendering = {
      owner,
      sheet: sheets.load(`${owner.path}.wxml`),
      isComponent: (tag: string) => uses.has(tag),
      mount: (node: WxNode, at: string) => mount(node, at, uses.get(node.tag) ?? ''),
    };
    render(rendering, owner.data, into, key);
  }

  private create(path: string, key: string): Instance {
    const { machine, modules } = this.program;
    const one = componentInstance(path, modules.register(path), machine, this.stage());
    this.components.set(key, one);
    one.tellLifetime('created');
    return one;
  }

  private detach(one: Instance): void {
    one.tellLifetime('detached');
    one.isAlive = false;
  }

  private select(selector: string, above: Instance): Bag[] {
    const inside = above.node ?? this.shown();
    const nodes = inside.findAll(selector);
    return [...this.components.values()]
      .filter((one) => one.node !== null && nodes.includes(one.node))
      .map((one) => one.self)
      .filter(isBag);
  }
}

type Mount = (node: WxNode, key: string, path: string) => void;

/** A component whose file is missing is found when the page opens, as on the phone. */
function loadComponents(program: Program, path: string, seen: Set<string>): void {
  for (const component of program.bundle.componentsOf(path).values()) {
    if (seen.has(component)) continue;
    seen.add(component);
    program.sheets.load(`${component}.wxml`);
    program.modules.register(component);
    loadComponents(program, component, seen);
  }
}

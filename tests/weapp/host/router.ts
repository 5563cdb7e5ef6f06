import { ApiFailure } from './api-call';
import { Screen, type Program } from './screen';
import { bagOf, stringOf, type Bag } from './values';

/** Where to go: a page and the words after its question mark, undecoded as WeChat hands them over. */
interface Target {
  readonly route: string;
  readonly query: Bag;
}

const MAX_DEPTH = 10;

/** The stack of pages, with WeChat's rules of who may go where. */
export class Router {
  readonly stack: Screen[] = [];
  /** Every move that WeChat refused. */
  readonly refused: string[] = [];
  /** Called with each page that opens, before it loads. */
  onOpen: (screen: Screen) => void = () => undefined;
  private readonly tabs = new Map<string, Screen>();

  constructor(
    private readonly program: Program,
    private readonly isSinglePage: () => boolean,
  ) {}

  /** The page on top. */
  get top(): Screen {
    const top = this.stack[this.stack.length - 1];
    if (top === undefined) throw new Error('No page is open');
    return top;
  }

  /** wx.navigateTo */
  push(url: string): void {
    const target = this.target('navigateTo', url);
    if (this.isTab(target.route)) throw this.no('navigateTo', 'can not navigateTo a tabbar page');
    if (this.stack.length >= MAX_DEPTH) throw this.no('navigateTo', 'webview count limit exceed');
    this.top.hide();
    this.open(target);
  }

  /** wx.redirectTo */
  replace(url: string): void {
    const target = this.target('redirectTo', url);
    if (this.isTab(target.route)) throw this.no('redirectTo', 'can not redirectTo a tabbar page');
    this.drop(this.stack.length - 1);
    this.open(target);
  }

  /** wx.reLaunch, and the first page of a launch. */
  restart(url: string): void {
    const target = this.target('reLaunch', url);
    this.close();
    this.open(target);
  }

  /** wx.switchTab: tab pages live on, all others end. */
  switchTab(url: string): void {
    const { route } = this.target('switchTab', url);
    if (!this.isTab(route)) throw this.no('switchTab', 'can not switch to no-tabBar page');
    if (this.top.route === route) return;
    for (const screen of this.stack.splice(0).reverse()) {
      if (this.isTab(screen.route)) screen.hide();
      else screen.unload();
    }
    const kept = this.tabs.get(route);
    if (kept === undefined) return this.open({ route, query: {} });
    this.stack.push(kept);
    kept.show();
  }

  /** wx.navigateBack */
  back(delta: number): void {
    if (this.stack.length === 1)
      throw this.no('navigateBack', 'cannot navigate back at first page');
    this.drop(Math.max(1, this.stack.length - Math.max(1, delta)));
    this.top.show();
  }

  /** Ends every page. */
  close(): void {
    this.drop(0);
    for (const tab of this.tabs.values()) tab.unload();
    this.tabs.clear();
  }

  private open({ route, query }: Target): void {
    const isTab = this.isTab(route);
    const showsBar = isTab && this.program.bundle.hasCustomTabBar && !this.isSinglePage();
    const screen = new Screen(this.program, route, query, showsBar);
    const own = this.program.bundle.json(`${route}.json`);
    const window = bagOf(this.program.bundle.config.window);
    screen.title = stringOf(own.navigationBarTitleText ?? window.navigationBarTitleText);
    this.onOpen(screen);
    this.stack.push(screen);
    if (isTab) this.tabs.set(route, screen);
    screen.load();
    screen.show();
    screen.ready();
  }

  private drop(depth: number): void {
    for (const screen of this.stack.splice(depth).reverse()) {
      this.tabs.delete(screen.route);
      screen.unload();
    }
  }

  private isTab(route: string): boolean {
    return this.program.bundle.tabs.includes(route);
  }

  private target(api: string, url: string): Target {
    const from = this.stack.length === 0 ? '' : this.top.route;
    const target = parseUrl(url, from);
    if (!this.program.bundle.pages.includes(target.route)) {
      throw this.no(api, `page "${target.route}" is not found`);
    }
    return target;
  }

  private no(api: string, why: string): ApiFailure {
    const failure = new ApiFailure(`${api}:fail ${why}`);
    this.refused.push(failure.message);
    return failure;
  }
}

/** Reads `/pages/x/index?a=1` or a path relative to the page `from`. */
function parseUrl(url: string, from: string): Target {
  const [path = '', words = ''] = url.split(/\?(.*)/s);
  const base = new URL(`https://app/${from}`);
  const route = new URL(path, base).pathname.slice(1);
  return { route, query: parseQuery(words) };
}

/** Reads `a=1&b=2` without decoding. */
export function parseQuery(words: string): Bag {
  const pairs = words.split('&').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      return [name, value];
    }),
  );
}

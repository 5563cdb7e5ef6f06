import { fire, isHeard, tap, targetOf, type } from './gestures';
import type {
  FirstScreen,
  LaunchOptions,
  Parts,
  PhoneTraces,
  Share,
  ShownPage,
} from './host-words';
import { measured, type ConsoleLine, type Measure, type WeappError } from './machine';
import { WxNode, type Query } from './node';
import { parseQuery } from './router';
import type { Screen } from './screen';
import { bagOf, isCallable, stringOf, type Bag } from './values';
import { drawnTexts } from './wx/canvas';
import type { CloudCall } from './wx/cloud';
import type { Answers, Dialogs } from './wx/dialogs';

/** A running mini program. Each action settles the app and throws the first error that it caused. */
export class Host {
  readonly firstScreens: FirstScreen[] = [];
  readonly shares: Share[] = [];
  private running: Bag | null = null;
  private told = 0;
  private opening: { readonly screen: Screen; readonly from: number }[] = [];

  constructor(private readonly parts: Parts) {
    const { machine, router } = parts;
    router.onOpen = (screen) => this.opening.push({ screen, from: machine.notes.length });
    machine.onError = (error) => this.tellAll('Error', error.message);
  }

  /** Opens the mini program, or brings it to the front again with a new path and scene. */
  async launch(options: LaunchOptions = {}): Promise<ShownPage> {
    const { bundle, router } = this.parts;
    const path = (options.path ?? bundle.pages[0] ?? '').replace(/^\//, '');
    const query = queryOf(options.query);
    await this.act(() => {
      if (!bundle.pages.includes(path)) throw new Error(`Page "${path}" is not in app.json`);
      const scene = options.scene ?? 1001;
      const ticket = options.shareTicket === undefined ? {} : { shareTicket: options.shareTicket };
      const mode = scene === 1154 ? 'singlePage' : 'default';
      this.enter({ path, query, scene, mode, referrerInfo: {}, ...ticket });
      const words = Object.entries(query).map(([name, value]) => `${name}=${String(value)}`);
      router.restart(`/${path}?${words.join('&')}`);
    });
    return this.page();
  }

  /** The page on top. */
  page(): ShownPage {
    const { top } = this.parts.router;
    const tree = top.shown();
    return {
      path: top.route,
      query: top.query,
      title: top.title,
      tree,
      text: () => tree.text(),
      find: (query) => tree.find(query),
      findAll: (query) => tree.findAll(query),
      has: (query) => tree.has(query),
    };
  }

  /** Taps an element, or the first that matches; a share button asks the page what to share. */
  async tap(target: Query | WxNode): Promise<void> {
    await this.act(() => {
      const node = this.node(target);
      tap(this.parts.machine, node);
      const button = node.closest({ tag: 'button' });
      if (button?.attribute('open-type') === 'share') this.keepShare('button', button);
    });
  }

  /** Types `value` into a field and leaves it; `confirms` presses the key that says done. */
  async input(target: Query | WxNode, value: string, confirms = false): Promise<void> {
    await this.act(() => type(this.parts.machine, this.node(target), value, confirms));
  }

  /** Any other event with its detail: change, scrolltolower, longpress, getphonenumber, load. */
  async fire(target: Query | WxNode, event: string, detail: Bag = {}): Promise<void> {
    await this.act(() => {
      const node = this.node(target);
      if (!isHeard(node, event)) throw new Error(`Nothing listens to ${event} on <${node.tag}>`);
      fire(this.parts.machine, node, event, detail);
    });
  }

  /** Pulls the page down; its configuration must allow it. */
  async pullDown(): Promise<void> {
    const { bundle, router } = this.parts;
    const window = bagOf(bundle.config.window);
    const own = bundle.json(`${router.top.route}.json`);
    if ((own.enablePullDownRefresh ?? window.enablePullDownRefresh) !== true) {
      throw new Error(`${router.top.route} does not enable pulling down`);
    }
    await this.act(() => router.top.page.tell('onPullDownRefresh'));
  }

  /** Scrolls to the end of the page. */
  async reachBottom(): Promise<void> {
    await this.act(() => this.parts.router.top.page.tell('onReachBottom'));
  }

  /** Scrolls the page. */
  async scroll(scrollTop: number): Promise<void> {
    await this.act(() => this.parts.router.top.page.tell('onPageScroll', { scrollTop }));
  }

  /** Presses the phone's back button. */
  async back(): Promise<void> {
    await this.act(() => this.parts.router.back(1));
  }

  /** Shares by the menu at the top right. */
  async shareFromMenu(): Promise<Share> {
    await this.act(() => this.keepShare('menu', null));
    const share = this.shares[this.shares.length - 1];
    if (share === undefined) throw new Error('Nothing was shared');
    return share;
  }

  /** Shares to Moments: the answer of onShareTimeline. */
  async shareToTimeline(): Promise<Bag> {
    const { page } = this.parts.router.top;
    if (!isCallable(page.self.onShareTimeline))
      throw new Error(`${page.path} can't be shared there`);
    return this.act(() => bagOf(page.tell('onShareTimeline', {})));
  }

  /** Puts the app into the background. */
  async hide(): Promise<void> {
    await this.act(() => {
      this.parts.router.top.hide();
      this.parts.machine.call('app onHide', this.running?.onHide, this.running);
      this.tellAll('AppHide');
    });
  }

  /** Brings it back where it was. */
  async resume(): Promise<void> {
    await this.act(() => {
      this.show({});
      this.parts.router.top.show();
    });
  }

  /** Lets `ms` of the phone's time go by, with whatever is due in it. */
  async advance(ms: number): Promise<void> {
    const { machine } = this.parts;
    const untilMs = machine.clock.nowMs + ms;
    await machine.settle(ms);
    machine.clock.moveTo(untilMs);
    this.raise();
  }

  /** Waits until the app is at rest; throws the first error that nobody saw yet. */
  async settle(): Promise<void> {
    const { machine } = this.parts;
    await machine.settle(this.parts.settleMs);
    for (const { screen, from } of this.opening.splice(0)) {
      const own = machine.notes.slice(from).filter((note) => note.route === screen.route);
      this.firstScreens.push({ path: screen.route, ...measured(own) });
    }
    this.raise();
  }

  /** What setData cost in an action. */
  async measure(action: () => Promise<unknown>): Promise<Measure> {
    const from = this.parts.machine.notes.length;
    await action();
    return measured(this.parts.machine.notes.slice(from));
  }

  /** Ends the app: pages unload, timers stop. */
  close(): void {
    this.parts.router.close();
    this.parts.release();
  }

  /** What the app's code gets from getApp. */
  get app(): Bag {
    if (this.running === null) throw new Error('The app was not launched');
    return this.running;
  }

  /** The phone's time. */
  get nowMs(): number {
    return this.parts.machine.clock.nowMs;
  }

  /** Every error of the app so far. */
  get errors(): readonly WeappError[] {
    return this.parts.machine.errors;
  }

  /** What the app wrote to its console. */
  get lines(): readonly ConsoleLine[] {
    return this.parts.machine.lines;
  }

  /** Roots of the subpackages that were loaded, in order. */
  get loadedPackages(): readonly string[] {
    return this.parts.loadedPackages;
  }

  /** Routes of the open pages, the top last. */
  get stack(): readonly string[] {
    return this.parts.router.stack.map((screen) => screen.route);
  }

  /** Moves that WeChat refused, as `errMsg`. */
  get refusedMoves(): readonly string[] {
    return this.parts.router.refused;
  }

  /** Calls of cloud functions, as sent. */
  get cloudCalls(): readonly CloudCall[] {
    return this.parts.cloudCalls;
  }

  /** Toasts, questions and the loading sign. */
  get dialogs(): Dialogs {
    return this.parts.dialogs;
  }

  /** How questions are answered; a test may change it at any time. */
  get answers(): Answers {
    return this.parts.answers;
  }

  /** Clipboard, album and previews. */
  get phone(): PhoneTraces {
    return this.parts.phone;
  }

  /** Texts written on canvases, in order. */
  get drawnTexts(): readonly string[] {
    return drawnTexts(this.parts.machine);
  }

  private enter(options: Bag): void {
    const { machine } = this.parts;
    this.parts.entered(options);
    const given = machine.sandbox.copy(options);
    if (this.running === null) {
      this.running = this.parts.startApp();
      machine.call('app onLaunch', this.running.onLaunch, this.running, given);
    }
    this.show(given);
  }

  private show(options: unknown): void {
    this.parts.machine.call('app onShow', this.running?.onShow, this.running, options);
    this.tellAll('AppShow', options);
  }

  private tellAll(event: string, ...args: unknown[]): void {
    for (const deed of this.parts.listeners.get(event) ?? []) {
      this.parts.machine.call(`wx.on${event}`, deed, undefined, ...args);
    }
  }

  private node(target: Query | WxNode): WxNode {
    const { top } = this.parts.router;
    return target instanceof WxNode ? top.current(target) : top.shown().find(target);
  }

  private keepShare(from: string, button: WxNode | null): void {
    const { page } = this.parts.router.top;
    if (!isCallable(page.self.onShareAppMessage)) throw new Error(`${page.path} can't be shared`);
    const { sandbox } = this.parts.machine;
    const asked = sandbox.copy({ from, ...(button && { target: targetOf(button) }) });
    const answer = bagOf(page.tell('onShareAppMessage', asked));
    this.shares.push({
      title: stringOf(answer.title),
      path: stringOf(answer.path, page.path),
      imageUrl: stringOf(answer.imageUrl),
    });
  }

  private async act<T>(deed: () => T): Promise<T> {
    const result = deed();
    await this.settle();
    return result;
  }

  private raise(): void {
    const first = this.errors[this.told];
    this.told = this.errors.length;
    if (first !== undefined) throw first;
  }
}

function queryOf(given: LaunchOptions['query']): Bag {
  return typeof given === 'string' ? parseQuery(given) : { ...given };
}

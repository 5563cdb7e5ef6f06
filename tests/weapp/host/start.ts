import { Bundle } from './bundle';
import { Host } from './host';
import type { PhoneTraces } from './host-words';
import { Machine, consoleOf } from './machine';
import { Modules, registrars } from './modules';
import { watchRejections } from './rejections';
import { Router } from './router';
import { Sandbox } from './sandbox';
import { Sheets } from './sheets';
import { isCallable, numberOf, type Bag, type Callable } from './values';
import { VirtualClock } from './virtual-clock';
import { cloudApis, type CallFunction, type CloudCall } from './wx/cloud';
import { deviceApis, pictureApis } from './wx/device';
import { dialogApis, type Answers, type Dialogs } from './wx/dialogs';
import { fileApis, type DownloadFile } from './wx/files';
import {
  accountApis,
  fillWx,
  listenerApis,
  pageApis,
  reduceToSinglePage,
  type Listeners,
  type RequestPayment,
} from './wx/object';
import { routeApis } from './wx/routes';
import { newPhone, storageApis, type Phone } from './wx/storage';

/** What a mini program is started with; only the folder is needed. */
export interface StartOptions {
  /** The compiled mini program, the folder with app.json. */
  readonly dist: string;
  /** Answers wx.cloud.callFunction; without it every call fails. */
  readonly callFunction?: CallFunction;
  readonly requestPayment?: RequestPayment;
  readonly downloadFile?: DownloadFile;
  readonly answers?: Answers;
  /** Give the same phone to two hosts and the second is the next launch on it. */
  readonly phone?: Phone;
  /** The phone's time at the start; it moves by `advance` alone. */
  readonly nowMs?: number;
  /** How much of the phone's time an action takes to come to rest. */
  readonly settleMs?: number;
}

/** Loads a compiled mini program; `launch` opens it. A page without its files is an error at once. */
export function startWeapp(options: StartOptions): Host {
  const bundle = new Bundle(options.dist);
  const clock = new VirtualClock(options.nowMs ?? Date.now());
  const wx: Bag = {};
  const entrance = new Entrance();
  const sandbox: Sandbox = new Sandbox(clock, {
    wx,
    console: consoleOf(() => machine),
    getApp: () => entrance.app,
    getCurrentPages: () => router.stack.map((screen) => screen.page.self),
    ...registrars((config) => modules.keep(config)),
    ...timersOf(clock, () => machine),
  });
  const machine = new Machine(clock, sandbox);
  const modules = new Modules(bundle, sandbox);
  const sheets = new Sheets((path) => bundle.read(path));
  const program = { machine, bundle, modules, sheets };
  const router = new Router(program, () => entrance.isSinglePage);
  const world = worldOf(options, machine, router, () => entrance.isSinglePage);
  const enter = () => sandbox.copy(entrance.options);
  fillWx(wx, machine, [
    ...world.families,
    { getLaunchOptionsSync: enter, getEnterOptionsSync: enter },
  ]);
  return new Host({
    ...world,
    machine,
    bundle,
    router,
    loadedPackages: modules.loadedPackages,
    settleMs: options.settleMs ?? 100,
    startApp: () => entrance.start(modules.register('app')),
    entered: (given) => {
      entrance.enter(given);
      if (entrance.isSinglePage) reduceToSinglePage(wx, machine);
    },
    release: releaseOf(machine),
  });
}

/** How the app was entered last, and the app that is running. */
class Entrance {
  app: Bag | undefined;
  options: Bag = {};

  get isSinglePage(): boolean {
    return this.options.mode === 'singlePage';
  }

  start(app: Bag): Bag {
    this.app = app;
    return app;
  }

  enter(options: Bag): void {
    if (this.app !== undefined && options.mode !== this.options.mode) {
      throw new Error('Single-page mode and the mini program are two programs: start another host');
    }
    this.options = options;
  }
}

function releaseOf(machine: Machine): () => void {
  const stopWatching = watchRejections(
    (promise) => machine.sandbox.owns(promise),
    (reason) => machine.fail('unhandled rejection', reason),
  );
  return () => {
    machine.clock.close();
    stopWatching();
  };
}

function worldOf(
  options: StartOptions,
  machine: Machine,
  router: Router,
  isSinglePage: () => boolean,
) {
  const { storage, singlePageStorage, files } = options.phone ?? newPhone();
  const phone: PhoneTraces = { clipboard: { text: '' }, album: [], previews: [] };
  const listeners: Listeners = new Map();
  const dialogs: Dialogs = { toasts: [], modals: [], sheets: [], loading: null };
  const answers: Answers = { ...options.answers };
  const cloudCalls: CloudCall[] = [];
  const families: Bag[] = [
    storageApis(machine, () => (isSinglePage() ? singlePageStorage : storage)),
    { cloud: cloudApis(machine, options.callFunction ?? noFunction, cloudCalls, isSinglePage) },
    dialogApis(machine, dialogs, answers),
    deviceApis(machine, phone.clipboard),
    pictureApis(machine, phone.previews),
    fileApis(machine, files, options.downloadFile, phone.album),
    routeApis(machine, () => router),
    accountApis(machine, options.requestPayment),
    pageApis(machine, () => router),
    listenerApis(listeners),
  ];
  return { families, phone, listeners, dialogs, answers, cloudCalls };
}

function noFunction(name: string): Promise<never> {
  return Promise.reject(new Error(`the test answers no cloud function "${name}"`));
}

function timersOf(clock: VirtualClock, machine: () => Machine): Bag {
  const start =
    (repeats: boolean) =>
    (deed: unknown, delayMs: unknown, ...args: unknown[]) => {
      if (!isCallable(deed)) throw new Error('A timer takes a function');
      const run: Callable = deed;
      const name = repeats ? 'setInterval' : 'setTimeout';
      return clock.start(
        () => void machine().guard(name, () => run(...args)),
        numberOf(delayMs, 0),
        repeats,
      );
    };
  const stop = (id: unknown) => clock.stop(id);
  return {
    setTimeout: start(false),
    setInterval: start(true),
    clearTimeout: stop,
    clearInterval: stop,
  };
}

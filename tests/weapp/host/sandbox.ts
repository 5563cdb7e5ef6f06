import vm from 'node:vm';
import type { VirtualClock } from './virtual-clock';
import { isBag, isCallable, type Bag, type Callable } from './values';

/** What a bare `vm` context has and WeChat's logic layer has not, or not on every phone that the shop supports. */
const TAKEN_AWAY = [
  'WebAssembly',
  'SharedArrayBuffer',
  'Atomics',
  'FinalizationRegistry',
  'WeakRef',
  'Proxy',
  'Intl',
];

const SETUP = `(function (now, taken) {
  var Real = Date;
  function Now() {
    if (!new.target) return new Real(now()).toString();
    var args = arguments.length === 0 ? [now()] : Array.prototype.slice.call(arguments);
    return Reflect.construct(Real, args, new.target);
  }
  Now.prototype = Real.prototype;
  Real.prototype.constructor = Now;
  Now.now = now;
  Now.parse = Real.parse;
  Now.UTC = Real.UTC;
  globalThis.Date = Now;
  taken.forEach(function (name) { delete globalThis[name]; });
  return {
    revive: function (text) { return JSON.parse(text); },
    promise: function (run) { return new Promise(run); },
    isPromise: function (value) { return value instanceof Promise; },
  };
})`;

const scripts = new Map<string, { source: string; script: vm.Script }>();

/**
 * The app's own world: ECMAScript and the names which the host puts there. There is no window, document, localStorage,
 * fetch or XMLHttpRequest, and neither `eval` nor `new Function` compiles anything.
 */
export class Sandbox {
  private readonly context: vm.Context;
  private readonly realm: Bag;

  constructor(clock: VirtualClock, globals: Bag) {
    this.context = vm.createContext(
      { ...globals },
      { codeGeneration: { strings: false, wasm: false }, name: 'mini program' },
    );
    const setup: unknown = vm.runInContext(SETUP, this.context);
    const realm: unknown = isCallable(setup) ? setup(() => clock.nowMs, TAKEN_AWAY) : null;
    if (!isBag(realm)) throw new Error('The sandbox could not be set up');
    this.realm = realm;
  }

  /** Runs a file of the package as WeChat does: a function of require, module and exports. */
  run(file: string, source: string, args: readonly unknown[]): void {
    const had = scripts.get(file);
    const script = had?.source === source ? had.script : compiled(file, source);
    scripts.set(file, { source, script });
    const body: unknown = script.runInContext(this.context);
    if (isCallable(body)) body(...args);
  }

  /** A copy of `value` made of the app's own objects; what JSON can't say is lost, as on the phone. */
  copy(value: unknown): unknown {
    const text = JSON.stringify(value);
    return text === undefined ? undefined : this.revive(text);
  }

  /** The value of JSON `text`, made of the app's own objects. */
  revive(text: string): unknown {
    return this.realmCall('revive', text);
  }

  /** A promise of the app's own realm. */
  promise(run: (resolve: Callable, reject: Callable) => void): unknown {
    return this.realmCall('promise', run);
  }

  /** Whether a promise was made by the app. */
  owns(promise: unknown): boolean {
    return this.realmCall('isPromise', promise) === true;
  }

  private realmCall(name: string, argument: unknown): unknown {
    const deed = this.realm[name];
    return isCallable(deed) ? deed(argument) : undefined;
  }
}

function compiled(file: string, source: string): vm.Script {
  return new vm.Script(`(function (require, module, exports) {${source}\n})`, { filename: file });
}

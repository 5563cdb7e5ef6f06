import { createRequire } from 'node:module';
import path from 'node:path';
import { codeOf, Trouble } from '../start/trouble';

type Callable = (...given: readonly unknown[]) => unknown;

/** What the host hands to the function that takes WeChat Pay's callbacks, and what it gets back. */
export interface Notice {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: string;
  readonly requestId: string;
  readonly clockOffsetMs: number;
}

/** What the host hands to the function that takes WeChat's pushed messages. */
export interface Pushed {
  readonly method: string;
  /** The address's query, with its `?`. */
  readonly search: string;
  readonly rawBody: string;
  readonly requestId: string;
  readonly clockOffsetMs: number;
}

/** The deployed functions, loaded as they are. */
export interface Functions {
  callApi(event: Readonly<Record<string, unknown>>): Promise<unknown>;
  describeApi(): Promise<unknown>;
  isHealthy(): Promise<boolean>;
  notify(notice: Notice): Promise<unknown>;
  push(pushed: Pushed): Promise<unknown>;
  runJobs(event: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Lets the functions close their connections, those that can. */
  close(): Promise<void>;
}

/**
 * Loads `<folder>/<name>/index.js` of every function. They read their settings from `process.env`, as in the
 * cloud, so `environment` is put there first; and they are loaded anew, so that a second host has its own.
 */
export function loadFunctions(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Functions {
  Object.assign(process.env, environment);
  const [api, notice, push, jobs] = ['api', 'pay-notify', 'wechat-push', 'jobs'].map((name) =>
    loadBundle(folder, name),
  );
  const main = member(api, 'main');
  const describe = member(api, 'describe');
  const healthy = member(api, 'healthy');
  const handle = member(notice, 'handle');
  const receive = member(push, 'handle');
  const tick = member(jobs, 'main');
  const closers = [api, notice, push, jobs].map((bundle) => bundle?.['close']).filter(isCallable);
  return {
    callApi: async (event) => main(event, {}),
    describeApi: async () => describe(),
    isHealthy: async () => (await healthy()) === true,
    notify: async (given) => handle(given),
    push: async (given) => receive(given),
    runJobs: async (event) => tick(event, {}),
    close: async () => {
      await Promise.all(closers.map(async (close) => close()));
    },
  };
}

function loadBundle(folder: string, name: string): Readonly<Record<string, unknown>> {
  const file = path.join(path.resolve(folder), name, 'index.js');
  const load = createRequire(file);
  try {
    delete load.cache?.[file];
    return load(file) as Readonly<Record<string, unknown>>;
  } catch (fault) {
    if (codeOf(fault) !== 'MODULE_NOT_FOUND') throw fault;
    throw new Trouble(
      `云函数 ${name} 无法加载，请运行 npm run build:cloud`,
      `cannot load ${file}`,
      { cause: fault },
    );
  }
}

function member(bundle: Readonly<Record<string, unknown>> | undefined, name: string): Callable {
  const found = bundle?.[name];
  if (!isCallable(found)) throw new TypeError(`a function's bundle lacks exports.${name}`);
  return found;
}

function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}

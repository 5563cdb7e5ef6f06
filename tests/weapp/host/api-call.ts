import type { Machine } from './machine';
import { bagOf, isBag, isCallable, messageOf, type Bag, type Callable } from './values';

/** What WeChat answers to `fail`: `errMsg`, and further fields such as `errCode`. */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly fields: Bag = {},
  ) {
    super(message);
    this.name = 'ApiFailure';
  }
}

/**
 * An API in WeChat's manner: it answers in a later turn, to `success` or `fail` and then `complete`, and as a promise
 * when none of them is given. What `run` throws as ApiFailure is the app's business; anything else is a defect.
 */
export function asyncApi(machine: Machine, name: string, run: (options: Bag) => unknown): Callable {
  return (given: unknown) => {
    const options = bagOf(given);
    const hears = ['success', 'fail', 'complete'].some((key) => isCallable(options[key]));
    const start = (resolve: Callable, reject: Callable) => {
      machine.later(
        name,
        () => void machine.track(answer(machine, name, { options, run, resolve, reject })),
      );
    };
    if (!hears) return machine.sandbox.promise(start);
    start(noticing(machine, options, 'success'), noticing(machine, options, 'fail'));
    return undefined;
  };
}

interface Call {
  readonly options: Bag;
  readonly run: (options: Bag) => unknown;
  readonly resolve: Callable;
  readonly reject: Callable;
}

async function answer(machine: Machine, name: string, call: Call): Promise<void> {
  try {
    const result: unknown = await call.run(call.options);
    const fields = isBag(result) ? result : {};
    call.resolve(machine.sandbox.copy({ errMsg: `${name}:ok`, ...fields }));
  } catch (error) {
    if (!(error instanceof ApiFailure)) machine.fail(`wx.${name}`, error);
    const fields = error instanceof ApiFailure ? error.fields : {};
    call.reject(machine.sandbox.copy({ errMsg: messageOf(error), ...fields }));
  }
}

function noticing(machine: Machine, options: Bag, kind: 'success' | 'fail'): Callable {
  return (result: unknown) => {
    if (kind === 'fail' && !isCallable(options.fail) && !isCallable(options.complete)) {
      machine.fail('wx', result);
    }
    machine.call(`wx ${kind}`, options[kind], undefined, result);
    machine.call('wx complete', options.complete, undefined, result);
  };
}

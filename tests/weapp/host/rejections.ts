import vm from 'node:vm';
import { isBag, isCallable } from './values';

/**
 * Calls `onRejection` for every promise that is rejected and that nobody handles, as long as `owns` knows it. Answers
 * the function that stops the watch. A test runner may put a copy in place of `process`, and only the real one tells.
 */
export function watchRejections(
  owns: (promise: unknown) => boolean,
  onRejection: (reason: unknown) => void,
): () => void {
  const real: unknown = vm.runInThisContext('process');
  if (!isBag(real)) throw new Error('There is no process to watch');
  const { on, off } = real;
  if (!isCallable(on) || !isCallable(off)) throw new Error('The process tells no events');
  const listener = (reason: unknown, promise: unknown) => {
    if (!owns(promise)) return;
    // Handling it here keeps the runner from failing a test that expects the error.
    if (isBag(promise) && isCallable(promise.catch)) promise.catch(() => undefined);
    onRejection(reason);
  };
  on.call(real, 'unhandledRejection', listener);
  return () => void off.call(real, 'unhandledRejection', listener);
}

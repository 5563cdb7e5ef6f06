/** Everything that a start opened and must close again, last opened first. */
export interface Owned {
  /** Waits for something to open, and remembers how to close it, even when the close comes before it is open. */
  open<T>(opening: () => Promise<T>, close: (opened: T) => Promise<void>): Promise<T>;
  /** Closes everything once; what fails to close is told to `onFault` and the rest is closed all the same. */
  closeAll(onFault: (fault: unknown) => void): Promise<void>;
}

/** Thrown out of a start that was told to stop before it was done. */
export class Stopped extends Error {}

/** Owns nothing yet. */
export function makeOwned(): Owned {
  const closers: (() => Promise<void>)[] = [];
  let closing: Promise<void> | undefined;

  const closeEach = async (onFault: (fault: unknown) => void) => {
    for (const close of closers.reverse()) await close().catch(onFault);
  };
  return {
    async open(opening, close) {
      if (closing !== undefined) throw new Stopped();
      const opened = opening();
      closers.push(() => opened.then(close, () => undefined));
      const result = await opened;
      if (closing !== undefined) throw new Stopped();
      return result;
    },
    closeAll: (onFault) => (closing ??= closeEach(onFault)),
  };
}

import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { orNull } from '../start/trouble';
import { parseObject } from './exchange';

/** How far the demo shop's clock stands ahead of the wall clock; kept in a file, so that a restart keeps it. */
export interface DemoClock {
  readonly offsetMs: number;
  /** Moves the clock forward and remembers it. */
  advance(byMs: number): Promise<void>;
}

const fileName = 'clock.json';

/** The clock that is kept in `folder`; it stands at the wall clock when there is none yet. */
export async function openDemoClock(folder: string): Promise<DemoClock> {
  const file = path.join(folder, fileName);
  const kept = parseObject((await orNull(readFile(file, 'utf8'))) ?? '{}');
  let offsetMs = Number.isSafeInteger(kept?.['offsetMs']) ? Number(kept?.['offsetMs']) : 0;
  let writing = Promise.resolve();
  const write = async () => {
    await writeFile(`${file}.new`, JSON.stringify({ offsetMs }));
    await rename(`${file}.new`, file);
  };
  return {
    get offsetMs() {
      return offsetMs;
    },
    advance(byMs) {
      offsetMs += byMs;
      return (writing = writing.then(write));
    },
  };
}

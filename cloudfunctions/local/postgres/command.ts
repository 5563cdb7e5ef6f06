import { spawn } from 'node:child_process';
import type { Owner } from './owner';

/** How a program ended and what it said. */
export interface Ended {
  readonly code: number;
  readonly said: string;
}

/** Runs a program of the server as `owner` with plain English messages, and waits for its end. */
export function runProgram(
  file: string,
  args: readonly string[],
  owner: Owner | null,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const { PATH, SystemRoot, TEMP } = process.env;
    const child = spawn(file, args, {
      ...(owner ?? {}),
      cwd: '/',
      env: { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own: Ctrl-C at the terminal must reach the server through us, not beside us.
      detached: true,
      windowsHide: true,
    });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.once('error', reject);
    // Not 'close': the server that pg_ctl leaves behind may keep these pipes open.
    child.once('exit', (code) =>
      resolve({ code: code ?? 1, said: Buffer.concat(said).toString('utf8').trim() }),
    );
  });
}

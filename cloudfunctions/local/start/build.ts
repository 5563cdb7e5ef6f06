import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { Trouble } from './trouble';

/** A build that runs; stopping it ends every process that it started. */
export interface Build {
  readonly done: Promise<void>;
  stop(): Promise<void>;
}

/** Builds `target` when its sources changed: the functions (`cloud`) or the browser's storefront (`h5`). */
export function startBuild(root: string, target: 'cloud' | 'h5'): Build {
  const child = spawn(process.execPath, [path.join(root, 'config/build.mjs'), target], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that the compiler which it starts can be stopped with it.
    detached: process.platform !== 'win32',
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  let stopped = false;
  const done = ended.then((code) => {
    if (code !== 0 && !stopped) throw failed(target, Buffer.concat(said).toString('utf8'));
  });
  return {
    done,
    async stop() {
      stopped = true;
      if (child.exitCode === null && child.signalCode === null) end(child);
      await done.catch(() => undefined);
    },
  };
}

function end(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/f', '/t']);
  else process.kill(-child.pid, 'SIGTERM');
}

function failed(target: string, said: string): Error {
  if (/ENOSPC|No space left on device/.test(said)) {
    return new Trouble('磁盘空间不足，无法构建', 'the disk is full, cannot build');
  }
  process.stderr.write(`${said.trim()}\n`);
  return new Trouble(`构建 ${target} 失败，原因见上`, `building ${target} failed, see above`);
}

import { createHash } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import { codeOf, Trouble } from '../start/trouble';

/** A folder that this process alone works in, until it releases it or ends. */
export interface Hold {
  release(): Promise<void>;
}

/**
 * Takes `folder` for this process, or throws a {@link Trouble} when a running process has it. The hold is a
 * listening socket named after the folder, since the system closes that however the process ends: nothing
 * stale can be left, and no process id has to be trusted.
 */
export async function holdFolder(folder: string): Promise<Hold> {
  const name = await socketName(folder);
  const server = (await listen(name)) ?? (await listenAgain(name));
  if (server === null) {
    throw new Trouble(
      `数据目录 ${folder} 正被另一个运行中的熟客使用，请先按 Ctrl-C 停止它`,
      `${folder} is held by another start of Shuke; stop that one first`,
    );
  }
  server.unref();
  return { release: () => closed(server) };
}

async function socketName(folder: string): Promise<string> {
  const parent = path.dirname(path.resolve(folder));
  await mkdir(parent, { recursive: true });
  const place = path.join(await realpath(parent), path.basename(folder));
  const hash = createHash('sha256').update(place).digest('hex').slice(0, 24);
  if (process.platform === 'linux') return `\0shuke-${hash}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\shuke-${hash}` : `/tmp/shuke-${hash}.sock`;
}

function listen(name: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (fault) => {
      if (codeOf(fault) === 'EADDRINUSE' || codeOf(fault) === 'EACCES') resolve(null);
      else reject(fault);
    });
    server.listen(name, () => resolve(server));
  });
}

/** Only where sockets are files one may outlive its process: a file that nobody answers is cleared away. */
async function listenAgain(name: string): Promise<Server | null> {
  if (!name.startsWith('/') || (await answers(name))) return null;
  await rm(name, { force: true });
  return listen(name);
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (fault) => resolve(codeOf(fault) !== 'ECONNREFUSED'));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

import { readFile, rm, stat, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { orNull, Trouble } from '../start/trouble';
import { findBinaries } from './binaries';
import { initialise, readPassword, serverTrouble, superuser, type Cluster } from './cluster';
import { runProgram } from './command';
import { holdFolder } from './hold';
import { endOrphan, isAlive, runningServer } from './orphan';
import { dataFolderFor, serverOwner } from './owner';

export interface PostgresOptions {
  /** Where the data stand; made when missing. */
  readonly folder: string;
  /** A free one is taken when this is left out. */
  readonly port?: number;
  /** False only for clusters that are thrown away: nothing waits for the disk then. */
  readonly durable?: boolean;
}

/** A server that runs for this process. */
export interface Postgres {
  /** Address of the database `postgres`, with the superuser's password. */
  readonly url: string;
  /** Where the data really stand: `folder`, or a place in /var/tmp when root's lesser user cannot reach it. */
  readonly data: string;
  /** Stops the server and lets go of the folder; `force` does not wait for transactions. Safe to repeat. */
  stop(force?: boolean): Promise<void>;
}

const logFile = 'server.log';
const longestLogBytes = 8 * 1024 * 1024;
const startTries = 5;
const careless = ['fsync', 'synchronous_commit', 'full_page_writes'].map(
  (name) => `-c ${name}=off`,
);

/**
 * Starts PostgreSQL on the data in `folder`, on the loopback interface only. A server that an ended start
 * left behind is stopped first; a folder that a living start holds is a {@link Trouble}.
 */
export async function startPostgres({
  folder,
  port,
  durable = true,
}: PostgresOptions): Promise<Postgres> {
  const hold = await holdFolder(folder);
  try {
    const cluster = await clusterFor(folder);
    await endOrphan(cluster);
    await initialise(cluster, durable);
    const taken = await launch(cluster, port, durable);
    const password = await readPassword(cluster.data);
    const stop = await stopper(cluster, hold.release);
    return {
      url: addressOf(taken, password),
      data: cluster.data,
      stop,
    };
  } catch (fault) {
    await hold.release();
    throw fault;
  }
}

/** The address of the server that a living start has on `folder`, or null when there is none. */
export async function findPostgres(folder: string): Promise<string | null> {
  const data = await dataFolderFor(folder, await serverOwner());
  if ((await runningServer(data)) === null) return null;
  // The fourth line of the pid file is the port, as PostgreSQL documents it.
  const [, , , port = ''] = (await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n');
  return addressOf(Number(port), await readPassword(data));
}

function addressOf(port: number, password: string): string {
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
}

/** Removes the data in `folder` for good, after making sure that no living start holds them. */
export async function clearPostgres(folder: string): Promise<void> {
  const hold = await holdFolder(folder);
  try {
    const cluster = await clusterFor(folder);
    await endOrphan(cluster);
    await rm(cluster.data, { recursive: true, force: true });
  } finally {
    await hold.release();
  }
}

async function clusterFor(folder: string): Promise<Cluster> {
  const owner = await serverOwner();
  return { data: await dataFolderFor(folder, owner), binaries: await findBinaries(owner), owner };
}

/** Starts the server and answers its port. */
async function launch(
  cluster: Cluster,
  port: number | undefined,
  durable: boolean,
): Promise<number> {
  const log = path.join(cluster.data, logFile);
  if (((await orNull(stat(log)))?.size ?? 0) > longestLogBytes) await truncate(log);
  for (let tries = 1; ; tries += 1) {
    const candidate = port ?? (await freePort());
    const before = (await orNull(stat(log)))?.size ?? 0;
    const flags = [
      `-p ${candidate}`,
      '-c listen_addresses=127.0.0.1',
      ...(durable ? [] : careless),
    ].join(' ');
    const args = [
      'start',
      '--wait',
      '--timeout=120',
      '--pgdata',
      cluster.data,
      '--log',
      log,
      '-o',
      flags,
    ];
    const { code, said } = await runProgram(cluster.binaries.pgCtl, args, cluster.owner);
    if (code === 0) return candidate;
    const logged = ((await orNull(readFile(log))) ?? Buffer.alloc(0))
      .subarray(before)
      .toString('utf8');
    const portTaken =
      logged.includes('Address already in use') || logged.includes('Only one usage of each socket');
    if (portTaken && port === undefined && tries < startTries) continue;
    if (portTaken)
      throw new Trouble(
        `数据库端口 ${candidate} 已被占用`,
        `the database port ${candidate} is in use`,
      );
    throw serverTrouble(`${said}\n${logged}`);
  }
}

/** How to stop the server once; and should this process end without doing so, its end asks the server to. */
async function stopper(cluster: Cluster, release: () => Promise<void>): Promise<Postgres['stop']> {
  const pid = await runningServer(cluster.data);
  const askAtExit = () => {
    if (pid !== null && isAlive(pid)) process.kill(pid, 'SIGINT');
  };
  process.once('exit', askAtExit);
  let stopped: Promise<void> | undefined;
  const stop = async (mode: 'fast' | 'immediate') => {
    const args = ['stop', '--wait', '--timeout=60', `--mode=${mode}`, '--pgdata', cluster.data];
    const { code, said } = await runProgram(cluster.binaries.pgCtl, args, cluster.owner);
    process.off('exit', askAtExit);
    await release();
    if (code !== 0 && (await runningServer(cluster.data)) !== null)
      throw new Error(`PostgreSQL did not stop: ${said}`);
  };
  return (force = false) => {
    if (force) return stop('immediate');
    return (stopped ??= stop('fast'));
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

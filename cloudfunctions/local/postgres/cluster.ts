import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { orNull, Trouble } from '../start/trouble';
import type { Binaries } from './binaries';
import { runProgram } from './command';
import type { Owner } from './owner';

/** One cluster: where its data stand, and what runs it as whom. */
export interface Cluster {
  readonly data: string;
  readonly binaries: Binaries;
  readonly owner: Owner | null;
}

export const superuser = 'shuke';

const version = '18';
const passwordFile = 'superuser.password';
const settings = [
  '',
  "listen_addresses = '127.0.0.1'",
  "unix_socket_directories = ''",
  'max_connections = 200',
  "timezone = 'UTC'",
  "log_timezone = 'UTC'",
  "log_line_prefix = '%m [%p] '",
  '',
].join('\n');

/**
 * Makes the cluster when there is none. It grows beside its place and is moved there when it is whole, so
 * that a start which is cut short leaves nothing half made.
 */
export async function initialise(cluster: Cluster, durable: boolean): Promise<void> {
  const { data, owner } = cluster;
  if (await isMade(data)) return;
  const growing = `${data}.new`;
  const password = `${growing}.password`;
  await rm(growing, { recursive: true, force: true });
  await mkdir(growing, { recursive: true, mode: 0o700 });
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  await give(growing, owner);
  await give(password, owner);
  try {
    await runInitdb(cluster, { growing, password, durable });
    await writeFile(path.join(growing, 'postgresql.conf'), settings, { flag: 'a' });
    await rename(password, path.join(growing, passwordFile));
    if ((await orNull(readdir(data))) !== null) await rmdir(data);
    await rename(growing, data);
  } catch (fault) {
    await rm(growing, { recursive: true, force: true });
    await rm(password, { force: true });
    throw fault;
  }
}

/** The password that the cluster was made with. */
export function readPassword(data: string): Promise<string> {
  return readFile(path.join(data, passwordFile), 'utf8');
}

async function isMade(data: string): Promise<boolean> {
  const content = (await orNull(readdir(data))) ?? [];
  if (content.length === 0) return false;
  const made = (await orNull(readFile(path.join(data, 'PG_VERSION'), 'utf8')))?.trim();
  if (made === version) return true;
  throw new Trouble(
    made === undefined
      ? `${data} 不是数据库目录`
      : `${data} 由 PostgreSQL ${made} 建立，现在用的是 ${version}；npm start -- --fresh 可重新开始`,
    made === undefined
      ? `${data} is not empty and not a database`
      : `${data} was made by PostgreSQL ${made}, this is ${version}; npm start -- --fresh starts over`,
  );
}

interface Growing {
  growing: string;
  password: string;
  durable: boolean;
}

async function runInitdb(
  { binaries, owner }: Cluster,
  { growing, password, durable }: Growing,
): Promise<void> {
  const args = [
    `--pgdata=${growing}`,
    `--username=${superuser}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  const { code, said } = await runProgram(binaries.initdb, args, owner);
  if (code !== 0) throw serverTrouble(said);
}

/** The one line that a person needs from what the server said before it gave up. */
export function serverTrouble(said: string): Trouble {
  if (/No space left on device|Disk quota exceeded/.test(said)) {
    return new Trouble(
      '磁盘空间不足，数据库无法写入',
      'the disk is full, the database cannot write',
    );
  }
  const lines = said.split('\n').map((line) => line.trim());
  const latestFirst = lines.filter((line) => line !== '').reverse();
  const telling = latestFirst.find((line) => /FATAL|PANIC|error:/.test(line)) ?? latestFirst[0];
  return new Trouble(
    `内置数据库没有启动：${telling ?? '没有留下信息'}`,
    'the embedded PostgreSQL did not start',
  );
}

async function give(place: string, owner: Owner | null): Promise<void> {
  if (owner === null) return;
  await chmod(place, place.endsWith('.password') ? 0o600 : 0o700);
  await chown(place, owner.uid, owner.gid);
}

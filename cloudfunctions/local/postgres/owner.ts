import { createHash } from 'node:crypto';
import { lstat, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { orNull, Trouble } from '../start/trouble';

/** The user whom the server runs as. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const lesserUsers = ['postgres', 'nobody'];

/** Null when the server runs as this process's user; root must give it another one, for PostgreSQL refuses root. */
export async function serverOwner(): Promise<Owner | null> {
  if (process.getuid?.() !== 0) return null;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of lesserUsers) {
    const [, , uid, gid] = lines.find(([known]) => known === name) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Trouble(
    '数据库不能以 root 运行，本机也没有 postgres 或 nobody 用户，请换普通用户启动',
    'PostgreSQL does not run as root and there is no user postgres or nobody; start as an ordinary user',
  );
}

/**
 * Where the data of `folder` stand: there, unless `owner` may not enter one of the folders above it
 * (a checkout in /root, say); then in a folder of /var/tmp that is named after it.
 */
export async function dataFolderFor(folder: string, owner: Owner | null): Promise<string> {
  const wanted = path.resolve(folder);
  if (owner === null || (await mayReach(wanted, owner))) return wanted;
  return reserveFolder('data', wanted, owner);
}

/** True when `owner` may enter every folder above `place`. */
export async function mayReach(place: string, owner: Owner): Promise<boolean> {
  for (let above = path.dirname(place); ; above = path.dirname(above)) {
    const found = await orNull(stat(above));
    if (found !== null) {
      const search = found.uid === owner.uid ? 0o100 : found.gid === owner.gid ? 0o010 : 0o001;
      if ((found.mode & search) === 0) return false;
    }
    if (above === path.dirname(above)) return true;
  }
}

/** A path in /var/tmp for what stands at `wanted`; everybody may write there, so what is found must be ours. */
export async function reserveFolder(kind: string, wanted: string, owner: Owner): Promise<string> {
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 16);
  const reserve = `/var/tmp/shuke-postgres-${kind}-${hash}`;
  const found = await orNull(lstat(reserve));
  if (found === null || (found.isDirectory() && [0, owner.uid].includes(found.uid))) return reserve;
  throw new Trouble(
    `${reserve} 属于别的用户，请移走它`,
    `${reserve} belongs to another user; move it away`,
  );
}

import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { orNull, Trouble } from './trouble';

const Secrets = z.object({
  /** Signs sessions. */
  sessionSecret: z.string().min(32),
  /** Seals personal data at rest: 32 bytes in base64. */
  dataKey: z.string().refine((text) => Buffer.from(text, 'base64').length === 32),
});

/** What only this shop may know. */
export type Secrets = z.infer<typeof Secrets>;

const fileName = 'secrets.json';

/** The secrets in `folder`, made at the first start and readable by their owner alone. */
export async function openSecrets(folder: string): Promise<Secrets> {
  const file = path.join(folder, fileName);
  const text = await orNull(readFile(file, 'utf8'));
  if (text === null) return makeSecrets(file);
  await chmod(file, 0o600);
  const read = Secrets.safeParse(parsed(text));
  if (read.success) return read.data;
  // New ones in their place would make every sealed row unreadable, so that is not for us to decide.
  throw new Trouble(
    `${file} 已损坏；恢复它，或用 npm start -- --fresh 重新开始`,
    `${file} is damaged; restore it or start over with --fresh`,
  );
}

async function makeSecrets(file: string): Promise<Secrets> {
  const secrets = {
    sessionSecret: randomBytes(32).toString('base64url'),
    dataKey: randomBytes(32).toString('base64'),
  };
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

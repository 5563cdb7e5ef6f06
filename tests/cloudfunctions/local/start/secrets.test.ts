import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSecrets } from '../../../../cloudfunctions/local/start/secrets';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shuke-secrets-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the secrets of a local shop', () => {
  it('are made at the first start and the same ever after', async () => {
    const made = await openSecrets(folder);
    expect(Buffer.from(made.dataKey, 'base64')).toHaveLength(32);
    expect(made.sessionSecret.length).toBeGreaterThanOrEqual(32);
    expect(await openSecrets(folder)).toEqual(made);
  });

  it('are for their owner’s eyes, even after somebody opened the file to all', async () => {
    await openSecrets(folder);
    const file = path.join(folder, 'secrets.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await writeFile(file, await readFile(file), { mode: 0o644 });
    await openSecrets(folder);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{"dataKey":"short"}', '{'])(
    'that are damaged (%p) are not replaced',
    async (text) => {
      const file = path.join(folder, 'secrets.json');
      await writeFile(file, text);
      await expect(openSecrets(folder)).rejects.toThrow(/secrets\.json is damaged/);
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );
});

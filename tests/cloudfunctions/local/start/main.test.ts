import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { holdFolder } from '../../../../cloudfunctions/local/postgres/hold';

const start = path.resolve('cloudfunctions/local/start.mjs');
const run = promisify(execFile);

let folder: string;
let squatter: Server;
let squattedPort: number;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shuke-start-'));
  squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  squattedPort = (squatter.address() as AddressInfo).port;
});

afterAll(async () => {
  squatter.close();
  await rm(folder, { recursive: true, force: true });
});

interface Failed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A start that fails: how it ended and what it said. */
async function failingStart(args: readonly string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, DATABASE_URL: '', HOST: '', ...environment };
  const started = run(process.execPath, [start, '--data', folder, ...args], { env });
  const failed = await started.then(
    () => null,
    (fault: Failed) => ({ code: fault.code, stdout: fault.stdout, stderr: fault.stderr }),
  );
  if (failed === null) throw new Error('the start did not fail');
  return failed;
}

describe('npm start says in one line, and ends with code 1, when', () => {
  it('its port is in use; it has not begun anything then', async () => {
    const failed = await failingStart(['--port', String(squattedPort)]);
    const { code, stdout, stderr } = failed;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      new RegExp(`^✗ 端口 ${squattedPort} .*port ${squattedPort} is in use.*\\n$`),
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('another start holds its data, even when it is told to start over', async () => {
    const hold = await holdFolder(folder);
    for (const args of [[], ['--fresh']]) {
      const { code, stderr } = await failingStart(args);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^✗ 数据目录 .* is held by another start of Shuke.*\n$/);
    }
    await hold.release();
    await expect(access(folder)).resolves.toBeUndefined();
  });

  it('its options are not understood', async () => {
    const { code, stdout, stderr } = await failingStart(['--poort', '1']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^✗ 可用参数.*\n$/);
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  startHost,
  type Host,
  type HostOptions,
} from '../../../../cloudfunctions/local/host/server';

/** Functions that tell what they were called with, and a few that behave badly. */
const sources = {
  api: `
    const fakes = (globalThis.shukeFakes = { runs: [], most: 0, closed: false });
    fakes.isWaiting = new Promise((resolve) => {
      fakes.begin = resolve;
    });
    const released = new Promise((resolve) => {
      fakes.release = resolve;
    });
    exports.main = async (event, context) => {
      switch (event.name) {
        case 'test.refuse': return { ok: false, status: 409, code: 'sold_out', say: '已售罄' };
        case 'test.throw': throw new Error('secret of the house');
        case 'test.wait': fakes.begin(); await released;
      }
      return { ok: true, status: 200, value: { event, setting: process.env.LOG_LEVEL } };
    };
    exports.describe = () => [{ name: 'test.echo' }];
    exports.healthy = async () => process.env.FAKE_DATABASE === 'up';
    exports.close = async () => { fakes.closed = true; };`,
  'pay-notify': `
    exports.handle = async (notice) =>
      ({ status: 202, headers: { 'content-type': 'application/json' }, body: JSON.stringify(notice) });`,
  'wechat-push': `
    exports.handle = async (pushed) =>
      ({ status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(pushed) });`,
  jobs: `
    let running = 0;
    const state = globalThis.shukeFakes;
    exports.main = async (event) => {
      running += 1;
      state.most = Math.max(state.most, running);
      state.runs.push(event);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (event.clockOffsetMs === 13) throw new Error('unlucky');
      return state.runs.length;
    };`,
};

/** What the functions of the host that was opened last have seen, and how to let a waiting one go on. */
export interface Fakes {
  readonly runs: readonly Readonly<Record<string, unknown>>[];
  /** The most jobs that ran at once. */
  readonly most: number;
  readonly closed: boolean;
  readonly isWaiting: Promise<void>;
  release(): void;
}

/** The fakes of the host that was opened last. */
export function fakesOf(): Fakes {
  return (globalThis as unknown as { shukeFakes: Fakes }).shukeFakes;
}

const page = '<html><script>start()</script><div id="app"></div></html>';

/** A folder with the functions, a storefront and a picture; and how to start hosts that are closed with it. */
export async function makeWorkshop() {
  const folder = await mkdtemp(path.join(tmpdir(), 'shuke-host-'));
  const files: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      Object.entries(sources).map(([name, source]) => [`cloud/${name}/index.js`, source]),
    ),
    'h5/index.html': page,
    'h5/js/app.0a1b2c3d.js': `start(${'"shoes",'.repeat(400)} 1)`,
    'pictures/shoe.webp': 'shoe',
    'secret.txt': 'not for browsers',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  const hosts: Host[] = [];
  const open = async (more: Partial<HostOptions> = {}) => {
    const host = await startHost({ ...optionsFor(folder), ...more });
    hosts.push(host);
    return host;
  };
  const close = async () => {
    await Promise.all(hosts.map((host) => host.close()));
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, open, close };
}

function optionsFor(folder: string): HostOptions {
  return {
    port: 0,
    bundles: path.join(folder, 'cloud'),
    h5: path.join(folder, 'h5'),
    pictures: path.join(folder, 'pictures'),
    dataFolder: folder,
    demo: true,
    jobs: 'manual',
    sheetUrl: 'http://127.0.0.1:9999/sheet',
    environment: {
      LOG_LEVEL: 'silent',
      FAKE_DATABASE: 'up',
      SESSION_SECRET: 'a secret that is long enough for a test',
    },
  };
}

/** Posts a body as it stands. */
export function post(to: string, body: string, headers: Record<string, string> = {}) {
  return fetch(to, { method: 'POST', body, headers });
}

/** Asks a procedure of the fakes. */
export function askAt(at: string, name: string, headers: Record<string, string>) {
  return post(`${at}/api`, JSON.stringify({ name, input: { size: 38 } }), headers);
}

interface Echo {
  value: { event: Record<string, unknown>; setting: string };
}

/** The event that the echoing procedure was called with. */
export async function echoOf(response: Response) {
  return ((await response.json()) as Echo).value.event;
}

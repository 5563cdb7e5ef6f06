import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import {
  createDatabase,
  dropDatabase,
  ensureDatabase,
} from '../../../../cloudfunctions/local/postgres/databases';
import {
  clearPostgres,
  findPostgres,
  startPostgres,
  type Postgres,
} from '../../../../cloudfunctions/local/postgres/server';
import { query, scratchFolder } from './scratch';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
/** One server for the tests that only ask it things. */
let shared: Postgres;
const running: Postgres[] = [];
let folders = 0;

const newFolder = () => path.join(scratch.folder, `data-${(folders += 1)}`);

async function start(folder = newFolder(), more: { port?: number; durable?: boolean } = {}) {
  const server = await startPostgres({ folder, durable: false, ...more });
  running.push(server);
  return server;
}

async function serverPid(folder: string): Promise<string | undefined> {
  return (await readFile(path.join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0];
}

beforeAll(async () => {
  scratch = await scratchFolder();
  shared = await startPostgres({ folder: newFolder(), durable: false });
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

afterAll(async () => {
  await shared.stop();
  await scratch.remove();
});

describe('the embedded server', () => {
  it('keeps its data over a stop, which may be asked for twice, and a new start', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await query(first.url, 'create table kept as select 7 as number');
    expect(await findPostgres(folder)).toBe(first.url);
    await Promise.all([first.stop(), first.stop()]);
    expect(await findPostgres(folder)).toBeNull();
    const second = await start(folder);
    expect(await query(second.url, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it('listens on the loopback interface alone, in UTF-8 and UTC', async () => {
    const settings = `select current_setting('listen_addresses') as addresses,
      current_setting('unix_socket_directories') as sockets,
      current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone`;
    expect(await query(shared.url, settings)).toEqual([
      { addresses: '127.0.0.1', sockets: '', encoding: 'UTF8', zone: 'UTC' },
    ]);
  });

  it('lets nobody in without its password', async () => {
    const other = new URL(shared.url);
    other.password = 'guess';
    await expect(query(other.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('waits for the disk unless it is told that its data are thrown away', async () => {
    const durability = `select current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as synchronous`;
    const durable = await start(newFolder(), { durable: true });
    expect(await query(durable.url, durability)).toEqual([{ fsync: 'on', synchronous: 'on' }]);
    expect(await query(shared.url, durability)).toEqual([{ fsync: 'off', synchronous: 'off' }]);
  });

  it('clears what a start that was cut short had begun', async () => {
    const folder = newFolder();
    await mkdir(`${folder}.new/base`, { recursive: true });
    const { url } = await start(folder);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await readdir(scratch.folder)).filter((name) => name.includes('.new'))).toEqual([]);
  });
});

describe('a folder', () => {
  it('that a living start holds is refused in one line, and that start goes on', async () => {
    const folder = newFolder();
    const first = await start(folder);
    const refused = start(folder);
    await expect(refused).rejects.toThrow(/正被另一个运行中的熟客使用.*held by another start/);
    await expect(refused).rejects.not.toThrow(/\n/);
    await expect(clearPostgres(folder)).rejects.toThrow(/held by another start/);
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('whose start was killed is taken over: its server is ended, its data are kept', async () => {
    const folder = newFolder();
    const killed = spawn(
      process.execPath,
      ['--import', 'tsx', path.join(__dirname, 'killed-start.ts'), folder],
      { stdio: 'inherit' },
    );
    expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);
    const left = await serverPid(folder);
    const { url } = await start(folder);
    expect(await serverPid(folder)).not.toBe(left);
    expect(await query(url, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it('with a pid file that names a stranger starts, and the stranger lives', async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    await writeFile(path.join(folder, 'postmaster.pid'), `${process.pid}\n${folder}\n`);
    const { url } = await start(folder);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('with other things in it is refused and left alone', async () => {
    const folder = newFolder();
    await mkdir(folder);
    await writeFile(path.join(folder, 'thesis.txt'), 'mine');
    await expect(start(folder)).rejects.toThrow(/不是数据库目录/);
    expect(await readdir(folder)).toEqual(['thesis.txt']);
  });

  it('is empty again once it is cleared', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await query(first.url, 'create table kept as select 7 as number');
    await first.stop();
    await clearPostgres(folder);
    const second = await start(folder);
    await expect(query(second.url, 'select number from kept')).rejects.toThrow(/does not exist/);
  });
});

describe('a port', () => {
  it('is found by the server itself, so that two stand side by side', async () => {
    const other = await start();
    expect(new URL(other.url).port).not.toBe(new URL(shared.url).port);
  });

  it('that is in use is named in one line', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    const folder = newFolder();
    await expect(start(folder, { port })).rejects.toThrow(`the database port ${port} is in use`);
    squatter.close();
    await once(squatter, 'close');
    expect(new URL((await start(folder, { port })).url).port).toBe(String(port));
  });
});

describe('a database', () => {
  it('is made as a copy of a template, and removed with its connections', async () => {
    const { url } = shared;
    const template = await createDatabase(url, 'template_shop');
    await query(template, 'create table goods as select 240 as pieces');
    const copy = await createDatabase(url, 'copy', 'template_shop');
    expect(await query(copy, 'select pieces from goods')).toEqual([{ pieces: 240 }]);
    await dropDatabase(url, 'copy');
    await expect(query(copy, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });

  it('is made only when it is missing, where that is asked', async () => {
    const { url } = shared;
    const shop = await ensureDatabase(url, 'shop');
    await query(shop, 'create table kept as select 7 as number');
    expect(await ensureDatabase(url, 'shop')).toBe(shop);
    expect(await query(shop, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it('has a plain name', async () => {
    const { url } = shared;
    await expect(createDatabase(url, 'a"; drop database postgres')).rejects.toThrow(/plain/);
  });
});

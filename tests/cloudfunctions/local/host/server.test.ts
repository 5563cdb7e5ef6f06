import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { fakesOf, makeWorkshop } from './fake-functions';

let workshop: Awaited<ReturnType<typeof makeWorkshop>>;

beforeAll(async () => {
  workshop = await makeWorkshop();
});

afterAll(async () => {
  await workshop.close();
});

const post = (to: string, body: string, headers: Record<string, string> = {}) =>
  fetch(to, { method: 'POST', body, headers });
const ask = (name: string, headers: Record<string, string>, at: string) =>
  post(`${at}/api`, JSON.stringify({ name, input: { size: 38 } }), headers);

describe('the jobs', () => {
  const jobs = () => fakesOf();

  it('run one after another, however often they are asked', async () => {
    const host = await workshop.open();
    await Promise.all([host.tick(), host.tick(), host.tick()]);
    expect(jobs().most).toBe(1);
    expect(jobs().runs).toEqual(
      Array.from({ length: 3 }, () => ({ Type: 'Timer', TriggerName: 'tick', clockOffsetMs: 0 })),
    );
  });

  it('run at once after the clock moved, and see the new time; a run that fails is not the last', async () => {
    const dataFolder = path.join(workshop.folder, 'cloud');
    const host = await workshop.open({ jobs: 'timer', dataFolder });
    await post(`${host.url}/demo/clock`, '{"advanceMs":13}');
    await post(`${host.url}/demo/clock`, '{"advanceMs":7}');
    await host.tick();
    expect(jobs().runs.map(({ clockOffsetMs }) => clockOffsetMs)).toEqual(
      expect.arrayContaining([13, 20]),
    );
    expect(jobs().most).toBe(1);
    await host.close();
  });
});

describe('a host', () => {
  it('whose port is in use says so in one line', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    await expect(workshop.open({ port })).rejects.toThrow(`port ${port} is in use`);
    squatter.close();
  });

  it('that closes takes nothing new, finishes what it has, and closes the functions', async () => {
    const host = await workshop.open();
    const fakes = fakesOf();
    const pending = ask('test.wait', {}, host.url);
    await fakes.isWaiting;
    const closed = host.close();
    await expect(ask('test.echo', {}, host.url)).rejects.toThrow();
    fakes.release();
    expect((await pending).status).toBe(200);
    await closed;
    expect(fakes.closed).toBe(true);
  });
});

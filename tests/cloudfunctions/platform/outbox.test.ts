import { sql } from 'kysely';
import type { Database, Tx } from '../../../cloudfunctions/domains/registry';
import { newId } from '../../../cloudfunctions/platform/ids';
import { makeLog } from '../../../cloudfunctions/platform/log';
import { announce, deliver, waitAfter } from '../../../cloudfunctions/platform/outbox';
import type { OutboxTable } from '../../../cloudfunctions/platform/outbox';
import { testDatabase } from '../../support/database';

const database = testDatabase();
const start = 1_795_132_800_000;
const errors: string[] = [];
let shopId: string;

beforeEach(() => {
  shopId = newId();
  errors.length = 0;
});

const say = (name: string, nowMs = start, tx: Database | Tx = database.db) =>
  announce(tx, { shopId, name, payload: { orderId: name }, nowMs });

type React = (tx: Tx, event: OutboxTable) => Promise<void>;

const run = (react: React, nowMs = start, db = database.db, most = 200) =>
  deliver(db, {
    ...{ shopId, nowMs, most, react },
    log: makeLog('error', (line) => errors.push(line)),
  });

const waiting = () =>
  database.db
    .selectFrom('outbox')
    .select(['name', 'tries', 'nextTryAt'])
    .where('shopId', '=', shopId)
    .orderBy('name')
    .execute();

/** A reaction that leaves a row of its own, so that what it did can be counted. */
async function mark(tx: Tx, { eventId, name }: OutboxTable): Promise<void> {
  await tx
    .insertInto('shops')
    .values({
      ...{ shopId: newId(), name: `${shopId} ${name}`, slogan: eventId, theme: 'jade' },
      ...{ offsetMinutes: 480, settings: '{}', createdAt: start },
    })
    .execute();
}

const marks = async () =>
  (
    await database.db
      .selectFrom('shops')
      .select('name')
      .where('name', 'like', `${shopId}%`)
      .orderBy('name')
      .execute()
  ).map(({ name }) => name.slice(shopId.length + 1));

describe('an announcement', () => {
  it('is there only when the transaction that made it true is', async () => {
    const undone = database.db.transaction().execute(async (tx) => {
      await say('paid', start, tx);
      throw new Error('the process died');
    });
    await expect(undone).rejects.toThrow('the process died');
    expect(await waiting()).toEqual([]);
    await database.db.transaction().execute((tx) => say('paid', start, tx));
    expect(await waiting()).toHaveLength(1);
  });

  it('reaches its reaction with what it says, once, and is gone', async () => {
    await say('paid');
    const heard: unknown[] = [];
    const react: React = (_tx, event) => Promise.resolve(void heard.push(event.payload));
    expect(await run(react)).toBe(1);
    expect(await run(react)).toBe(0);
    expect(heard).toEqual([{ orderId: 'paid' }]);
    expect(await waiting()).toEqual([]);
  });

  it('waits for its time', async () => {
    await say('later', start + 1);
    expect(await run(mark)).toBe(0);
    expect(await run(mark, start + 1)).toBe(1);
  });

  it('of another shop is that shop’s to deliver', async () => {
    await announce(database.db, { shopId: newId(), name: 'paid', payload: {}, nowMs: start });
    expect(await run(mark)).toBe(0);
  });

  it('is delivered in the order of time, at most as many as asked for', async () => {
    for (const [index, name] of ['a', 'b', 'c'].entries()) await say(name, start + index);
    const heard: string[] = [];
    const react: React = (_tx, { name }) => Promise.resolve(void heard.push(name));
    expect(await run(react, start + 10, database.db, 2)).toBe(2);
    expect(heard).toEqual(['a', 'b']);
  });
});

describe('a reaction that fails', () => {
  const failing: React = async (tx, event) => {
    await mark(tx, event);
    if (event.name === 'broken') throw new Error('no such luck');
  };

  it('undoes what it wrote, and the others go on', async () => {
    for (const name of ['a', 'broken', 'c']) await say(name);
    await run(failing);
    expect(await marks()).toEqual(['a', 'c']);
    expect(await waiting()).toEqual([{ name: 'broken', tries: 1, nextTryAt: start + 1_000 }]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('no such luck');
  });

  it('is tried again later, further and further apart, and then is done once', async () => {
    await say('broken');
    let nowMs = start;
    for (const tries of [1, 2, 3, 4]) {
      await run(failing, nowMs);
      const [event] = await waiting();
      expect(event).toMatchObject({ tries });
      expect(await run(failing, (event?.nextTryAt ?? 0) - 1)).toBe(0);
      nowMs = event?.nextTryAt ?? 0;
    }
    expect(nowMs).toBe(start + 1_000 + 2_000 + 4_000 + 8_000);
    await run(mark, nowMs);
    expect(await marks()).toEqual(['broken']);
    expect(await waiting()).toEqual([]);
  });

  it('by a statement that PostgreSQL refuses harms neither the event nor the others', async () => {
    for (const name of ['broken', 'c']) await say(name);
    const refused: React = async (tx, event) => {
      if (event.name === 'broken')
        await tx
          .insertInto('shops')
          .values({ shopId: 'no id' } as never)
          .execute();
      await mark(tx, event);
    };
    expect(await run(refused)).toBe(2);
    expect(await marks()).toEqual(['c']);
    expect(await waiting()).toMatchObject([{ name: 'broken', tries: 1 }]);
  });

  it('waits an hour at most', () => {
    expect([0, 1, 2, 11, 12, 1_000].map(waitAfter)).toEqual([
      ...[1_000, 2_000, 4_000, 2_048_000, 3_600_000, 3_600_000],
    ]);
  });
});

describe('several deliverers at once', () => {
  it('deliver each event once', async () => {
    const names = Array.from({ length: 40 }, (_, index) => String(index).padStart(2, '0'));
    for (const name of names) await say(name);
    const db = database.open(6);
    const counts = await Promise.all(Array.from({ length: 6 }, () => run(mark, start, db)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(await marks()).toEqual(names);
    expect(await waiting()).toEqual([]);
  });

  it('leave an event to whoever has it in hand', async () => {
    await say('paid');
    const db = database.open(2);
    const seen = await new Promise<number>((resolve, reject) => {
      const holding: React = async (tx, event) => {
        resolve(await run(mark, start, db));
        await mark(tx, event);
      };
      run(holding).catch(reject);
    });
    expect(seen).toBe(0);
  });
});

describe('a deliverer that dies', () => {
  it('in the middle of a reaction leaves the event for the next, with nothing half done', async () => {
    await say('paid');
    const died = run(async (tx, event) => {
      await mark(tx, event);
      // Its connection ends with it, as when a process is killed.
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
    });
    await expect(died).rejects.toThrow();
    expect(await marks()).toEqual([]);
    expect(await waiting()).toMatchObject([{ name: 'paid', tries: 0 }]);
    expect(await run(mark)).toBe(1);
    expect(await marks()).toEqual(['paid']);
  });
});

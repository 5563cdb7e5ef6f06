import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import type { Queries } from './database';
import { newId } from './ids';
import type { Log } from './log';

/** One announced event, waiting for its reactions. */
export interface OutboxTable {
  shopId: string;
  eventId: string;
  name: string;
  payload: unknown;
  happenedAt: number;
  nextTryAt: number;
  tries: number;
}

/** What the outbox needs of a database. */
export interface OutboxTables {
  outbox: OutboxTable;
}

/** What is announced: the name says what has become true, the payload whom it concerns. */
export interface Announcement {
  shopId: string;
  name: string;
  payload: Readonly<Record<string, unknown>>;
  nowMs: number;
}

/** Writes an event in the transaction that made it true, so that neither is there without the other. */
export async function announce<T extends OutboxTables>(
  tx: Queries<T>,
  said: Announcement,
): Promise<void> {
  const row: Insertable<OutboxTable> = {
    shopId: said.shopId,
    eventId: newId(),
    name: said.name,
    payload: JSON.stringify(said.payload),
    happenedAt: said.nowMs,
    nextTryAt: said.nowMs,
    tries: 0,
  };
  await (tx as unknown as Queries<OutboxTables>).insertInto('outbox').values(row).execute();
}

/** How long to wait before try number `tries` + 1, in ms: 1 s, 2 s, 4 s … one hour at most. */
export function waitAfter(tries: number): number {
  return Math.min(3_600_000, 1_000 * 2 ** Math.min(tries, 12));
}

/** Reacts to one event on the transaction that removes it. Must be safe to repeat. */
export type Reaction<Tables> = (tx: Transaction<Tables>, event: OutboxTable) => Promise<void>;

interface Delivery<Tables> {
  shopId: string;
  nowMs: number;
  most: number;
  log: Log;
  react: Reaction<Tables>;
}

/**
 * Delivers up to `most` due events, each in a transaction of its own that takes the row, reacts and removes it.
 * Safe to run twice at once and to die at any point; a reaction that fails is tried again later.
 */
export async function deliver<Tables extends OutboxTables>(
  db: Kysely<Tables>,
  delivery: Delivery<Tables>,
): Promise<number> {
  let done = 0;
  while (done < delivery.most && (await deliverOne(db, delivery))) done += 1;
  return done;
}

async function deliverOne<Tables extends OutboxTables>(
  db: Kysely<Tables>,
  { shopId, nowMs, log, react }: Delivery<Tables>,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const box = tx as unknown as Transaction<OutboxTables>;
    const event = await box
      .selectFrom('outbox')
      .selectAll()
      .where('shopId', '=', shopId)
      .where('nextTryAt', '<=', nowMs)
      .orderBy('nextTryAt')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (event === undefined) return false;
    await sql`savepoint reaction`.execute(tx);
    try {
      await react(tx, event);
      await box
        .deleteFrom('outbox')
        .where('shopId', '=', shopId)
        .where('eventId', '=', event.eventId)
        .execute();
    } catch (fault) {
      await sql`rollback to savepoint reaction`.execute(tx);
      await postpone(box, event, nowMs);
      log.error('outbox.failed', {
        name: event.name,
        tries: event.tries + 1,
        reason: String(fault),
      });
    }
    return true;
  });
}

async function postpone(
  box: Transaction<OutboxTables>,
  event: OutboxTable,
  nowMs: number,
): Promise<void> {
  await box
    .updateTable('outbox')
    .set({ tries: event.tries + 1, nextTryAt: nowMs + waitAfter(event.tries) })
    .where('shopId', '=', event.shopId)
    .where('eventId', '=', event.eventId)
    .execute();
}

/** What waits in a shop's outbox: how many events, since when the oldest, and how many failed before. */
export async function outboxBacklog<T extends OutboxTables>(db: Queries<T>, shopId: string) {
  return (db as unknown as Queries<OutboxTables>)
    .selectFrom('outbox')
    .select([
      sql<number>`count(*)::int`.as('waiting'),
      sql<number>`(count(*) filter (where tries > 0))::int`.as('failing'),
      sql<number | null>`min(happened_at)`.as('oldestAt'),
    ])
    .where('shopId', '=', shopId)
    .executeTakeFirstOrThrow();
}

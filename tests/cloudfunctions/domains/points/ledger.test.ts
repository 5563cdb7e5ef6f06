import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import { faultCode } from '../../../../cloudfunctions/platform/database';
import type { Database } from '../../../../cloudfunctions/domains/registry';
import { testDatabase } from '../../../support/database';
import { ledgerFaults } from '../../../support/data-faults';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';
import { PurseModel, type Deed } from './purse-model';

const database = testDatabase();
let small: SmallShop;
beforeAll(async () => {
  small = await smallShop(database.db);
});

const livesMs = 7;
const newMember = async () => (await small.shopper()).caller.memberId;

/** Runs one deed by its SQL function at an instant; false when the member had too few points. */
async function run(db: Database, memberId: string, deed: Deed, nowMs: number): Promise<boolean> {
  const who = sql`${small.shop.shopId}::uuid, ${memberId}::uuid`;
  const calls: Record<Deed['kind'], () => RawBuilder<unknown>> = {
    give: () =>
      sql`points_give(${who}, ${deed.points}, ${nowMs + deed.lives}, 'test', ${deed.id}, ${nowMs})`,
    hold: () => sql`points_hold(${who}, ${deed.points}, 'order', ${deed.id}, ${nowMs})`,
    spend: () => sql`points_spend(${who}, 'order', ${deed.id}, ${nowMs})`,
    unhold: () => sql`points_unhold(${who}, 'order', ${deed.id}, ${livesMs}, ${nowMs})`,
    take: () => sql`points_take(${who}, ${deed.points}, 'refund', ${deed.id}, ${nowMs})`,
    expire: () => sql`points_expire(${who}, ${nowMs})`,
  };
  try {
    await sql`select ${calls[deed.kind]()}`.execute(db);
    return true;
  } catch (fault) {
    if (faultCode(fault) !== 'SK003') throw fault;
    return false;
  }
}

/** What the tables say of a member: her balance, and her buckets that still have points. */
async function standing(memberId: string) {
  const [account, buckets] = await Promise.all([
    database.db
      .selectFrom('pointsAccounts')
      .select('points')
      .where('memberId', '=', memberId)
      .executeTakeFirst(),
    database.db
      .selectFrom('pointsBuckets')
      .select(['remaining', 'earnedAt', 'endsAt'])
      .where('memberId', '=', memberId)
      .where('remaining', '>', 0)
      .orderBy('endsAt')
      .orderBy('earnedAt')
      .execute(),
  ]);
  return { points: account?.points ?? 0, buckets };
}

const deeds = fc.record({
  kind: fc.constantFrom<Deed['kind'][]>(
    'give',
    'give',
    'hold',
    'hold',
    'spend',
    'unhold',
    'take',
    'expire',
  ),
  points: fc.integer({ min: 0, max: 60 }),
  id: fc.constantFrom('a', 'b', 'c'),
  lives: fc.integer({ min: 1, max: 30 }),
  passes: fc.integer({ min: 1, max: 6 }),
});

describe('points', () => {
  it('move first in, first out, as in a model that has nothing but a list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { minLength: 4, maxLength: 30 }), async (story) => {
        const memberId = await newMember();
        const model = new PurseModel(livesMs);
        let nowMs = noon;
        for (const deed of story) {
          nowMs += deed.passes;
          const done = await run(database.db, memberId, deed, nowMs);
          expect(done).toBe(model.run(deed, nowMs));
          expect(await standing(memberId)).toEqual(model.standing());
        }
        expect(await ledgerFaults(database.db)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are had by exactly those who fit when 32 hold of one balance at once', async () => {
    const db = database.open(32);
    const memberId = await newMember();
    const at = noon + 10;
    await run(db, memberId, { kind: 'give', points: 60, id: 'first', lives: 1_000 }, noon);
    await run(db, memberId, { kind: 'give', points: 45, id: 'second', lives: 2_000 }, noon + 1);
    const held = await Promise.all(
      Array.from({ length: 32 }, (_, turn) =>
        run(db, memberId, { kind: 'hold', points: 10, id: `order-${turn}`, lives: 0 }, at),
      ),
    );
    expect(held.filter(Boolean)).toHaveLength(10);
    expect(await standing(memberId)).toMatchObject({ points: 5 });
    expect(await ledgerFaults(db)).toEqual([]);
  });

  it('are given, taken, spent and returned once, however often and at once it is said', async () => {
    const db = database.open(32);
    const memberId = await newMember();
    const often = (deed: Omit<Deed, 'lives'>, nowMs: number) =>
      Promise.all(
        Array.from({ length: 16 }, () => run(db, memberId, { lives: 900, ...deed }, nowMs)),
      );
    await often({ kind: 'give', points: 100, id: 'g' }, noon);
    await often({ kind: 'hold', points: 30, id: 'paid' }, noon + 1);
    await often({ kind: 'hold', points: 20, id: 'closed' }, noon + 2);
    expect(await standing(memberId)).toMatchObject({ points: 50 });
    await Promise.all([
      often({ kind: 'spend', points: 0, id: 'paid' }, noon + 3),
      often({ kind: 'unhold', points: 0, id: 'closed' }, noon + 3),
      often({ kind: 'take', points: 10, id: 't' }, noon + 3),
    ]);
    await often({ kind: 'unhold', points: 0, id: 'paid' }, noon + 4);
    await often({ kind: 'spend', points: 0, id: 'closed' }, noon + 4);
    expect(await standing(memberId)).toMatchObject({ points: 60 });
    expect(await ledgerFaults(db)).toEqual([]);
  });

  it('end either spent or returned when both are tried at once', async () => {
    const db = database.open(24);
    for (let turn = 0; turn < 8; turn += 1) {
      const memberId = await newMember();
      await run(db, memberId, { kind: 'give', points: 10, id: 'g', lives: 900 }, noon);
      await run(db, memberId, { kind: 'hold', points: 10, id: 'o', lives: 0 }, noon + 1);
      const ends = { points: 0, id: 'o', lives: 0 };
      await Promise.all(
        (['spend', 'unhold', 'spend', 'unhold'] as const).map((kind) =>
          run(db, memberId, { kind, ...ends }, noon + 2),
        ),
      );
      const ended = await database.db
        .selectFrom('pointsEntries')
        .select(['toAccount', 'points'])
        .where('memberId', '=', memberId)
        .where('fromAccount', '=', 'held')
        .execute();
      expect(ended).toEqual([
        { toAccount: expect.stringMatching(/^(spent|member)$/) as string, points: 10 },
      ]);
    }
    expect(await ledgerFaults(db)).toEqual([]);
  });

  it('that came back may be held again for the same order, which money reopened', async () => {
    const memberId = await newMember();
    const deed = { points: 10, id: 'o', lives: 900 };
    const steps = ['give', 'hold', 'unhold', 'hold', 'unhold', 'hold', 'spend'] as const;
    for (const [turn, kind] of steps.entries())
      expect(await run(database.db, memberId, { ...deed, kind }, noon + turn)).toBe(true);
    expect(await standing(memberId)).toEqual({ points: 0, buckets: [] });
    expect(await ledgerFaults(database.db)).toEqual([]);
  });
});

describe('growth', () => {
  it('comes once per cause and id', async () => {
    const memberId = await newMember();
    const give = async (growth: number, id: string) => {
      const { rows } = await sql<{ growth: number }>`select growth_give(${small.shop.shopId}::uuid,
        ${memberId}::uuid, ${growth}, 'order', ${id}, ${noon}) as growth`.execute(database.db);
      return rows[0]?.growth;
    };
    expect([await give(300, 'a'), await give(300, 'a'), await give(200, 'b')]).toEqual([
      300, 300, 500,
    ]);
    expect(await ledgerFaults(database.db)).toEqual([]);
  });
});

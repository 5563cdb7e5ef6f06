import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../../../../cloudfunctions/domains/registry';
import { faultCode } from '../../../../cloudfunctions/platform/database';
import { testDatabase } from '../../../support/database';
import { ledgerFaults } from '../../../support/data-faults';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
beforeAll(async () => {
  small = await smallShop(database.db);
});

interface Deed {
  kind: 'recharge' | 'hold' | 'spend' | 'unhold' | 'refund';
  principal: number;
  gift: number;
  id: string;
}

const newMember = async () => (await small.shopper()).caller.memberId;

/** Runs one deed by its SQL function; false when there was too little stored value. */
async function run(db: Database, memberId: string, deed: Deed): Promise<boolean> {
  const who = sql`${small.shop.shopId}::uuid, ${memberId}::uuid`;
  const much = sql`${deed.principal}, ${deed.gift}`;
  const calls: Record<Deed['kind'], RawBuilder<unknown>> = {
    recharge: sql`wallet_give(${who}, 'shop', ${much}, 'test', ${deed.id}, ${noon})`,
    hold: sql`wallet_hold(${who}, ${much}, ${deed.id}, ${noon})`,
    spend: sql`wallet_spend(${who}, ${deed.id}, ${noon})`,
    unhold: sql`wallet_unhold(${who}, ${deed.id}, ${noon})`,
    refund: sql`wallet_refund(${who}, ${much}, ${deed.id}, ${noon})`,
  };
  try {
    await sql`select ${calls[deed.kind]}`.execute(db);
    return true;
  } catch (fault) {
    if (faultCode(fault) !== 'SK004') throw fault;
    return false;
  }
}

async function purses(memberId: string) {
  const wallet = await database.db
    .selectFrom('wallets')
    .select(['principalFen', 'giftFen'])
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  return wallet ?? { principalFen: 0, giftFen: 0 };
}

const deeds = fc.record({
  kind: fc.constantFrom<Deed['kind'][]>('recharge', 'hold', 'hold', 'spend', 'unhold', 'refund'),
  principal: fc.integer({ min: 0, max: 500 }),
  gift: fc.integer({ min: 0, max: 50 }),
  id: fc.constantFrom('a', 'b', 'c'),
});

/** Both purses as two numbers, and what is held for whom. */
class WalletModel {
  principalFen = 0;
  giftFen = 0;
  private readonly held = new Map<string, Deed>();
  private readonly done = new Set<string>();

  run(deed: Deed): boolean {
    const { kind, id, principal, gift } = deed;
    if (kind === 'hold') return this.hold(deed);
    if (kind === 'unhold') this.add(this.held.get(id), 1);
    if (kind === 'unhold' || kind === 'spend') this.held.delete(id);
    else if (!this.done.has(`${kind} ${id}`) && principal + gift > 0) {
      this.done.add(`${kind} ${id}`);
      this.add(deed, 1);
    }
    return true;
  }

  private hold(deed: Deed): boolean {
    const nothing = deed.principal + deed.gift === 0;
    if (nothing || this.held.has(deed.id)) return true;
    if (this.principalFen < deed.principal || this.giftFen < deed.gift) return false;
    this.held.set(deed.id, deed);
    this.add(deed, -1);
    return true;
  }

  private add(deed: Deed | undefined, sign: 1 | -1): void {
    this.principalFen += sign * (deed?.principal ?? 0);
    this.giftFen += sign * (deed?.gift ?? 0);
  }
}

describe('stored value', () => {
  it('moves as in a model of two purses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { minLength: 4, maxLength: 25 }), async (story) => {
        const memberId = await newMember();
        const model = new WalletModel();
        for (const deed of story) {
          expect(await run(database.db, memberId, deed)).toBe(model.run(deed));
          const { principalFen, giftFen } = model;
          expect(await purses(memberId)).toEqual({ principalFen, giftFen });
        }
        expect(await ledgerFaults(database.db)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is had by exactly those who fit when 32 hold of one wallet at once', async () => {
    const db = database.open(32);
    const memberId = await newMember();
    await run(db, memberId, { kind: 'recharge', principal: 1_000, gift: 70, id: 'r' });
    const held = await Promise.all(
      Array.from({ length: 32 }, (_, turn) =>
        run(db, memberId, { kind: 'hold', principal: 100, gift: 10, id: `o-${turn}` }),
      ),
    );
    expect(held.filter(Boolean)).toHaveLength(7);
    expect(await purses(memberId)).toEqual({ principalFen: 300, giftFen: 0 });
    expect(await ledgerFaults(db)).toEqual([]);
  });

  it('comes and goes back once, however often and at once it is said', async () => {
    const db = database.open(16);
    const memberId = await newMember();
    const often = (kind: Deed['kind'], principal: number, gift: number) =>
      Promise.all(
        Array.from({ length: 8 }, () => run(db, memberId, { kind, principal, gift, id: 'o' })),
      );
    await often('recharge', 1_000, 100);
    await often('hold', 500, 50);
    await Promise.all([often('spend', 0, 0), often('spend', 0, 0)]);
    await often('unhold', 0, 0);
    await often('refund', 200, 20);
    expect(await purses(memberId)).toEqual({ principalFen: 700, giftFen: 70 });
    expect(await ledgerFaults(db)).toEqual([]);
  });
});

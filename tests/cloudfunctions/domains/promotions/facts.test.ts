import { sql } from 'kysely';
import { createPromotion } from '../../../../cloudfunctions/domains/promotions/usecases/create';
import {
  factsOf,
  promotionFacts,
} from '../../../../cloudfunctions/domains/promotions/usecases/facts';
import { levelPromotions } from '../../../../cloudfunctions/domains/promotions/usecases/levels';
import { Promotion } from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import { bumpVersion, markStopped } from '../../../../cloudfunctions/domains/promotions/store/make';
import type { Standings } from '../../../../cloudfunctions/domains/promotions/store/find';
import { stopPromotion } from '../../../../cloudfunctions/domains/promotions/usecases/stop';
import { tagsOf } from '../../../../cloudfunctions/domains/members/usecases/tags';
import type { StaffContext } from '../../../../cloudfunctions/domains/registry';
import { ShopSettings } from '../../../../cloudfunctions/domains/settings';
import { day } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { inRequest, statementsSent } from '../../../../cloudfunctions/platform/request';
import { testDatabase } from '../../../support/database';
import { flashDraft, promotionDraft } from '../../../support/offers';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let manager: StaffContext;
beforeEach(async () => {
  small = await smallShop(database.db);
  manager = small.staff(small.manager);
});

const off = { kind: 'off', by: 'amount', tiers: [{ atLeast: 20_000, offFen: 2_000 }] };

let keys = 0;
async function create(draft = promotionDraft(off), context = manager) {
  keys += 1;
  return (await createPromotion(context, { key: `facts-key-${keys}`, draft })).promotionId;
}

const read = (more: { memberId?: string | null; skuIds?: string[] | null } = {}, nowMs = noon) =>
  promotionFacts({ ...manager, nowMs }, { memberId: null, skuIds: [], ...more });
const idsAt = async (nowMs: number) =>
  (await read({}, nowMs)).promotions.map((promotion) => promotion.promotionId);

describe('the facts of promotions', () => {
  it('are those that run or begin within three days, the higher priority first', async () => {
    const running = await create(promotionDraft(off, { endsAt: noon + day }));
    const coming = await create(
      promotionDraft(off, { startsAt: noon + 3 * day, endsAt: noon + 9 * day, priority: 200 }),
    );
    const far = await create(
      promotionDraft(off, { startsAt: noon + 4 * day, endsAt: noon + 5 * day }),
    );
    const stopped = await create();
    await stopPromotion(manager, { promotionId: stopped });
    expect(await idsAt(noon)).toEqual([coming, running]);
    expect(await idsAt(noon + day)).toEqual([coming, far]);
    // A clock that was moved back finds again what was over.
    expect(await idsAt(noon)).toEqual([coming, running]);
    for (const promotion of (await read()).promotions)
      expect(Promotion.parse(promotion)).toEqual(promotion);
  });

  it('say what is left for a member, for a visitor, and of the goods asked for', async () => {
    const [a, b] = small.skus;
    const { shopId } = small.shop;
    const { memberId } = (await small.shopper()).caller;
    const limits = { budgetFen: 5_000, uses: 10, usesPerMember: 3 };
    const limited = await create(promotionDraft(off, { limits, priority: 9 }));
    const flash = await create(flashDraft([a, b], { priority: 5 }));
    await sql`update promotion_tallies set spent_fen = 1234, uses = 4 where promotion_id = ${limited}`.execute(
      database.db,
    );
    await sql`update promotion_goods set held = 1, sold = 2 where promotion_id = ${flash} and sku_id = ${a}`.execute(
      database.db,
    );
    const had = [
      { promotionId: limited, uses: 1, pieces: 0 },
      { promotionId: flash, uses: 1, pieces: 1 },
    ];
    const rows = had.map((row) => ({ shopId, memberId, ...row }));
    await database.db.insertInto('promotionMembers').values(rows).execute();

    const standings = async (asked: Parameters<typeof read>[0]) =>
      (await read(asked)).promotions.map(({ standing }) => standing);
    const none = { leftFen: null, leftUses: null, memberUses: null };
    expect(await standings({ memberId, skuIds: [a] })).toEqual([
      { leftFen: 3_766, leftUses: 6, memberUses: 2, memberPieces: null, pieces: {} },
      { ...none, memberPieces: 1, pieces: { [a]: 7 } },
    ]);
    expect(await standings({ skuIds: null })).toEqual([
      { leftFen: 3_766, leftUses: 6, memberUses: 3, memberPieces: null, pieces: {} },
      { ...none, memberPieces: 2, pieces: { [a]: 7, [b]: 10 } },
    ]);
    expect(await standings({ skuIds: [newId()] })).toMatchObject([{}, { pieces: {} }]);
  });

  it('never say that less than nothing is left', async () => {
    const id = await create(promotionDraft(off, { limits: { budgetFen: 100, uses: 1 } }));
    await sql`update promotion_tallies set spent_fen = 150, uses = 1 where promotion_id = ${id}`.execute(
      database.db,
    );
    const [promotion] = (await read()).promotions;
    expect(promotion?.standing).toMatchObject({ leftFen: 0, leftUses: 0 });
  });

  it('name gifts and 加价购 goods beside the cart, each once', async () => {
    const [a, b] = small.skus;
    const tiers = [1, 2].map((times) => ({ atLeast: 10_000 * times, skuId: b, quantity: times }));
    await create(promotionDraft({ kind: 'gift', by: 'amount', tiers }));
    const goods = [a, b].map((skuId) => ({ skuId, priceFen: 1, most: 1 }));
    await create(promotionDraft({ kind: 'add_on', by: 'amount', atLeast: 1, goods }));
    expect((await read()).sideSkuIds.sort()).toEqual([a, b].sort());
  });
});

describe('kept terms', () => {
  const statements = (work: () => Promise<unknown>) =>
    inRequest(newId(), async () => {
      await work();
      return statementsSent();
    });

  it('cost a warm call one statement', async () => {
    await create(flashDraft([...small.skus]));
    expect(await statements(() => read())).toBe(2);
    expect(await statements(() => read())).toBe(1);
    await create();
    expect(await statements(() => read())).toBe(2);
    expect(await statements(() => read())).toBe(1);
  });

  it('are not misled by a transaction that is under way, nor by one that came to nothing', async () => {
    const first = await create();
    expect(await idsAt(noon)).toEqual([first]);
    const undone = database.db.transaction().execute(async (tx) => {
      const within = { ...manager, db: tx };
      await bumpVersion(tx, small.shop.shopId);
      await markStopped(tx, small.shop.shopId, first, noon);
      const seen = await promotionFacts(within, { db: tx, memberId: null, skuIds: [] });
      expect(seen.promotions).toEqual([]);
      // Everybody else still sees what is committed, and reads it anew after what was kept meanwhile.
      expect(await idsAt(noon)).toEqual([first]);
      await promotionFacts(within, { db: tx, memberId: null, skuIds: [] });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await idsAt(noon)).toEqual([first]);
    const second = await create();
    expect((await idsAt(noon)).sort()).toEqual([first, second].sort());
  });

  it('join standings that somebody else has read', async () => {
    const id = await create(promotionDraft(off, { limits: { uses: 5 } }));
    const { rows } = await sql<{ standings: Standings }>`
      select promotion_standings(${small.shop.shopId}, null, null, ${noon}) as standings`.execute(
      database.db,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('no standings');
    const facts = await factsOf(manager, database.db, row.standings);
    expect(facts).toEqual(await read({ skuIds: null }));
    expect(facts.promotions).toMatchObject([{ promotionId: id, standing: { leftUses: 5 } }]);
  });
});

describe('what levels give', () => {
  it('is a price for those who pay less, and freight for those whose is free', () => {
    const { levels } = ShopSettings.parse({});
    const [price, freight, ...more] = levelPromotions(levels);
    expect(more).toEqual([]);
    expect(price).toMatchObject({
      promotionId: 'level-price',
      terms: {
        kind: 'member',
        rates: [
          { level: 1, paysBp: 9_800 },
          { level: 2, paysBp: 9_500 },
          { level: 3, paysBp: 9_200 },
        ],
      },
    });
    expect(freight).toMatchObject({ promotionId: 'level-freight', audience: { levels: [3] } });
    for (const promotion of [price, freight]) expect(Promotion.parse(promotion)).toEqual(promotion);
  });

  it('is nothing where no level gives anything', () => {
    const { levels } = ShopSettings.parse({ levels: [{ name: '会员', growthFrom: 0 }] });
    expect(levelPromotions(levels)).toEqual([]);
  });
});

describe('the tags of a member', () => {
  it('are hers alone, in order', async () => {
    const { shopId } = small.shop;
    const { memberId } = (await small.shopper()).caller;
    const rows = ['跑者', '老客'].map((tag) => ({ shopId, memberId, tag, madeAt: noon }));
    await database.db.insertInto('memberTags').values(rows).execute();
    expect(await tagsOf(database.db, shopId, memberId)).toEqual(['老客', '跑者'].sort());
    expect(await tagsOf(database.db, shopId, small.manager.memberId)).toEqual([]);
  });
});

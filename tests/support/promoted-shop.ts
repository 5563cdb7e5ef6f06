import type { PlaceOrder } from '../../cloudfunctions/domains/orders/schema';
import { createPromotion } from '../../cloudfunctions/domains/promotions/usecases/create';
import type { PromotionDraft } from '../../cloudfunctions/domains/promotions/schema/promotion';
import { newId } from '../../cloudfunctions/platform/ids';
import { testDatabase } from './database';
import { openChoice } from './offers';
import { smallShop, type SmallShop } from './small-shop';

/** A small shop for each test of a file, whose manager makes promotions; call it once, outside the tests. */
export function promotedShop() {
  const database = testDatabase();
  let small: SmallShop | undefined;
  beforeEach(async () => {
    small = await smallShop(database.db);
  });
  const there = () => {
    if (small === undefined) throw new Error('the shop is there only inside tests');
    return small;
  };
  return {
    database,
    get small() {
      return there();
    },
    /** Makes a promotion; its id. */
    async create(draft: PromotionDraft): Promise<string> {
      const manager = there().staff(there().manager);
      return (await createPromotion(manager, { key: newId(), draft })).promotionId;
    },
    /** One pair of shoes to be picked up, or what is said otherwise. */
    wanted: (more: Partial<PlaceOrder> = {}) => ({
      lines: [{ skuId: there().skus[0], quantity: 1 }],
      delivery: { kind: 'pickup' as const, storeId: there().storeId },
      choice: openChoice,
      ...more,
    }),
    /** What a promotion has given. */
    tallyOf: (promotionId: string) =>
      database.db
        .selectFrom('promotionTallies')
        .select(['spentFen', 'uses'])
        .where('promotionId', '=', promotionId)
        .executeTakeFirstOrThrow(),
    /** What went of a promotion's own shoes. */
    goodOf: (promotionId: string) =>
      database.db
        .selectFrom('promotionGoods')
        .select(['held', 'sold'])
        .where('promotionId', '=', promotionId)
        .where('skuId', '=', there().skus[0])
        .executeTakeFirstOrThrow(),
  };
}

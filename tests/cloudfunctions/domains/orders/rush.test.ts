import { placeOrder } from '../../../../cloudfunctions/domains/orders/usecases/place';
import { hour } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { flashDraft, openChoice, promotionDraft } from '../../../support/offers';
import { promotedShop } from '../../../support/promoted-shop';
import { noon, type Known } from '../../../support/small-shop';
import { addCoupon, addPoints, wealthOf } from '../../../support/wealth';

const shop = promotedShop();
const { database, create, wanted, tallyOf, goodOf } = shop;
const off40 = { kind: 'off', by: 'amount', tiers: [{ atLeast: 29_900, offFen: 4_000 }] };

describe('32 at once', () => {
  const outcomes = async (tries: Promise<unknown>[]) => {
    const done = await Promise.allSettled(tries);
    return {
      won: done.filter(({ status }) => status === 'fulfilled').length,
      told: new Set(
        done.flatMap((one) =>
          one.status === 'rejected'
            ? [(one.reason as { refusal: { code: string } }).refusal.code]
            : [],
        ),
      ),
    };
  };
  const rush = (buyers: readonly Known[], order: ReturnType<typeof wanted>, payableFen: number) => {
    const db = database.open(32);
    return outcomes(
      buyers.map((buyer) =>
        placeOrder({ ...buyer, db }, { ...order, key: newId(), remark: '', payableFen }),
      ),
    );
  };
  const many = (one: Known) => Array.from({ length: 32 }, () => one);

  it('use one coupon once', async () => {
    const buyer = await shop.small.shopper();
    await addCoupon(buyer, { kind: 'fixed', offFen: 1_000 });
    expect(await rush(many(buyer), wanted(), 38_900)).toEqual({
      won: 1,
      told: new Set(['price_changed']),
    });
    expect((await wealthOf(database.db, buyer.caller.memberId)).coupons).toEqual(['held']);
  });

  it('spend a budget’s last yuan once', async () => {
    const limits = { budgetFen: 4_100 };
    const promotionId = await create(promotionDraft(off40, { limits }));
    const buyers = await Promise.all(Array.from({ length: 32 }, () => shop.small.shopper()));
    expect(await rush(buyers, wanted(), 35_900)).toEqual({
      won: 1,
      told: new Set(['price_changed']),
    });
    expect(await tallyOf(promotionId)).toEqual({ spentFen: 4_000, uses: 1 });
  });

  it('redeem one balance of points as often as it reaches', async () => {
    const buyer = await shop.small.shopper();
    await addPoints(buyer, 2_500);
    const choice = { ...openChoice, points: 1_000 };
    const { won } = await rush(many(buyer), wanted({ choice }), 38_900);
    expect(won).toBe(2);
    expect((await wealthOf(database.db, buyer.caller.memberId)).points).toBe(500);
  });

  it('take the last goods of a 秒杀 as often as there are any', async () => {
    const goods = [{ skuId: shop.small.skus[0], priceFen: 9_900, pieces: 5 }];
    const promotionId = await create(promotionDraft({ kind: 'flash', goods, mostPerMember: 1 }));
    const buyers = await Promise.all(Array.from({ length: 32 }, () => shop.small.shopper()));
    expect(await rush(buyers, wanted(), 9_900)).toEqual({
      won: 5,
      told: new Set(['price_changed']),
    });
    expect(await goodOf(promotionId)).toEqual({ held: 5, sold: 0 });
  });

  it('of one member get no more of an activity than its limit', async () => {
    const buyer = await shop.small.shopper();
    await create(flashDraft([shop.small.skus[0]], { endsAt: noon + hour }));
    const { won } = await rush(many(buyer), wanted(), 100);
    expect(won).toBe(2);
  });
});

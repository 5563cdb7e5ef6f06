import { createPromotion } from '../../../../cloudfunctions/domains/promotions/usecases/create';
import type { PromotionDraft } from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import { stopPromotion } from '../../../../cloudfunctions/domains/promotions/usecases/stop';
import { showPromotion } from '../../../../cloudfunctions/domains/promotions/usecases/watch';
import type { StaffContext } from '../../../../cloudfunctions/domains/registry';
import { day, hour } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { flashDraft, promotionDraft } from '../../../support/offers';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let manager: StaffContext;
beforeEach(async () => {
  small = await smallShop(database.db);
  manager = small.staff(small.manager);
});

let keys = 0;
function create(draft: PromotionDraft, context = manager) {
  keys += 1;
  return createPromotion(context, { key: `activity-${keys}`, draft });
}

describe('a SKU is in one price activity at a time', () => {
  it('so a second one is refused, naming the first', async () => {
    const [a, b] = small.skus;
    const { promotionId } = await create(flashDraft([a], { name: '早场' }));
    const exchange = {
      kind: 'exchange',
      goods: [b, a].map((skuId) => ({ skuId, points: 10, priceFen: 0, pieces: 1 })),
    };
    const refusal = await refusalOf(create(promotionDraft(exchange, { scope: {} })));
    expect(refusal).toMatchObject({
      code: 'overlaps',
      say: '有商品已参加同一时段的「早场」',
      details: { promotionId, name: '早场', skuId: a },
    });
  });

  it('while others, other times and stopped ones are free', async () => {
    const [a, b] = small.skus;
    const first = await create(flashDraft([a]));
    await create(flashDraft([b]));
    const after = { startsAt: noon + 3 * day, endsAt: noon + 3 * day + hour };
    await create(flashDraft([a], after));
    const sooner = create(flashDraft([a], { ...after, startsAt: noon + 3 * day - 1 }));
    expect(await refusalOf(sooner)).toMatchObject({ code: 'overlaps' });
    await stopPromotion(manager, first);
    await create(flashDraft([a]));
    await create(promotionDraft({ kind: 'timed', cut: { by: 'rate', paysBp: 9_000 } }));
  });

  it('also when 16 are made at once: one is', async () => {
    const db = database.open(16);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 16 }, () => create(flashDraft([small.skus[0]]), { ...manager, db })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as Error).message] : [],
    );
    expect(codes).toEqual(Array.from({ length: 15 }, () => 'overlaps'));
  });
});

describe('stopping a promotion', () => {
  it('says so, keeps the rest as it was, and may be repeated', async () => {
    const made = await create(flashDraft([small.skus[0]]));
    const before = await showPromotion(manager, made);
    const stopped = { ...manager, nowMs: noon + hour };
    await stopPromotion(stopped, made);
    await stopPromotion({ ...manager, nowMs: noon + 2 * hour }, made);
    expect(await showPromotion(stopped, made)).toEqual({ ...before, state: 'stopped' });
    const row = database.db.selectFrom('promotions').select('stoppedAt');
    expect(await row.where('promotionId', '=', made.promotionId).executeTakeFirst()).toEqual({
      stoppedAt: noon + hour,
    });
  });

  it('is refused when it is over, and for foreign and missing ids alike', async () => {
    const made = await create(flashDraft([small.skus[0]]));
    const late = { ...manager, nowMs: noon + 3 * day };
    expect(await refusalOf(stopPromotion(late, made))).toMatchObject({ code: 'over' });
    const other = await smallShop(database.db);
    const stranger = other.staff(other.manager);
    expect(await refusalOf(stopPromotion(stranger, made))).toEqual(
      await refusalOf(stopPromotion(stranger, { promotionId: newId() })),
    );
    expect((await showPromotion(manager, made)).state).toBe('running');
  });
});

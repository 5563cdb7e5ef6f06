import { afterPaid } from '../../../../cloudfunctions/domains/orders/jobs';
import { settlePayment } from '../../../../cloudfunctions/domains/orders/usecases/pay';
import { placeOrder } from '../../../../cloudfunctions/domains/orders/usecases/place';
import { listCredited } from '../../../../cloudfunctions/domains/orders/usecases/credited';
import { enter } from '../../../../cloudfunctions/domains/referral/usecases/enter';
import { listGoods } from '../../../../cloudfunctions/domains/referral/usecases/goods';
import { showMyGuide } from '../../../../cloudfunctions/domains/referral/usecases/my-guide';
import { makePoster, makeShare } from '../../../../cloudfunctions/domains/referral/usecases/share';
import { listVisits } from '../../../../cloudfunctions/domains/referral/usecases/visits';
import { showDesk } from '../../../../cloudfunctions/domains/reports/usecases/desk';
import type {
  Context,
  StaffContext,
  VisitorContext,
} from '../../../../cloudfunctions/domains/registry';
import { signIn } from '../../../../cloudfunctions/entries/api/sign-in';
import { day } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { openChoice } from '../../../support/offers';
import { refusalOf } from '../../../support/refusal-of';
import {
  letIn,
  money,
  noon,
  smallShop,
  type Known,
  type SmallShop,
} from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let guide: Known<StaffContext>;
let other: Known<StaffContext>;
beforeEach(async () => {
  small = await smallShop(database.db);
  guide = small.staff(small.guides[0]);
  other = small.staff(small.guides[1]);
});

const product = () => ({ kind: 'product' as const, productId: small.productId });
const cardOf = async (context: Context) =>
  (await makeShare(context, { target: product(), channel: 'chat' })).shareId;

function stranger(nowMs = noon): VisitorContext {
  return { ...guide, nowMs, caller: null, identity: { openid: `o-new-${newId()}` } };
}

function open(
  context: VisitorContext,
  shareId: string | undefined,
  visitorId = newId(),
  scene = 1008,
) {
  return enter(context, { visitorId, scene, shareId });
}

let keys = 0;
async function buy(buyer: Known, nowMs = noon) {
  keys += 1;
  const context = small.at(buyer, nowMs);
  const delivery = { kind: 'pickup' as const, storeId: small.storeId };
  const placed = await placeOrder(context, {
    key: `credit-key-${keys}`,
    lines: [{ skuId: small.skus[0], quantity: 1 }],
    delivery,
    remark: '',
    choice: openChoice,
    payableFen: 39_900,
  });
  await settlePayment(context, money(placed, context));
  await database.db
    .transaction()
    .execute((tx) =>
      afterPaid(context, tx, { orderId: placed.orderId, memberId: buyer.caller.memberId }, false),
    );
  return database.db
    .selectFrom('orders')
    .select(['credit', 'guideId', 'shareId', 'storeId'])
    .where('orderId', '=', placed.orderId)
    .executeTakeFirstOrThrow();
}

async function reasons(member: Context) {
  const rows = await database.db
    .selectFrom('bindings')
    .select(['guideId', 'reason'])
    .where('memberId', '=', member.caller.memberId)
    .orderBy('turn')
    .execute();
  return rows.map((row) => [
    row.guideId === guide.caller.staff.staffId ? 'first' : 'second',
    row.reason,
  ]);
}

describe('a card', () => {
  it('is the same for the same page, and another for another sharer', async () => {
    const shareId = await cardOf(guide);
    expect(shareId).toMatch(/^[0-9A-Za-z]{20}$/);
    expect(await cardOf(guide)).toBe(shareId);
    expect(await cardOf(other)).not.toBe(shareId);
  });

  it('passed on by a shopper keeps its guide and names the sharer', async () => {
    const shopper = await small.shopper();
    const parentId = await cardOf(guide);
    const { shareId } = await makeShare(shopper, { target: product(), channel: 'chat', parentId });
    const friend = await small.shopper();
    expect((await open(friend, shareId)).guide).toMatchObject({
      guideId: guide.caller.staff.staffId,
    });
    expect((await listVisits(guide, {})).items).toMatchObject([
      { shareId, isMine: false, sharedBy: '微信用户', channel: 'group' },
    ]);
  });

  it('shows a poster to its sharer only', async () => {
    const shareId = await cardOf(guide);
    expect(await makePoster(guide, { shareId })).toMatchObject({
      title: '轻云跑步鞋',
      guide: { name: '林悦' },
    });
    expect(await refusalOf(makePoster(other, { shareId }))).toMatchObject({
      code: 'no_such_share',
    });
  });

  it('that is damaged, unknown or missing is an ordinary entry', async () => {
    for (const shareId of [undefined, '', 'x'.repeat(20), `'; drop table shares; --`]) {
      expect(await open(stranger(), shareId)).toEqual({ guide: null, target: null });
    }
  });

  it('opened by its own guide counts for nobody', async () => {
    expect(await open(guide, await cardOf(guide))).toMatchObject({ guide: null });
    expect((await listVisits(guide, {})).items).toEqual([]);
  });
});

describe('a visitor who joins', () => {
  it('brings her touches with her and is bound to the guide of her first card', async () => {
    const visitorId = newId();
    const visitor = stranger();
    await open(visitor, await cardOf(guide), visitorId);
    await open(visitor, await cardOf(other), visitorId);
    const me = await signIn(visitor, { visitorId });
    const member = small.at(await memberContext(visitor, me.memberId), noon + 1);
    expect((await showMyGuide(member)).guide).toMatchObject({ name: '林悦' });
    expect((await listVisits(guide, {})).items).toMatchObject([{ isMember: true }]);
    const credited = await buy(member, noon + 1);
    expect(credited.credit).toMatchObject({
      rule: 'touch',
      guideId: other.caller.staff.staffId,
      serviceGuideId: guide.caller.staff.staffId,
    });
  });

  it('stays with the first member who used the device', async () => {
    const visitorId = newId();
    const [first, second] = [stranger(), stranger()];
    await open(first, await cardOf(guide), visitorId);
    await signIn(first, { visitorId });
    const me = await signIn(second, { visitorId });
    const rows = await database.db
      .selectFrom('visitorJoins')
      .select('memberId')
      .where('visitorId', '=', visitorId)
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.memberId).not.toBe(me.memberId);
  });

  it('joins once, however often and at once she signs in', async () => {
    const visitor = { ...stranger(), db: database.open(8) };
    const joined = await Promise.all(
      Array.from({ length: 8 }, () => signIn(visitor, { visitorId: newId() })),
    );
    expect(new Set(joined.map((me) => me.memberId)).size).toBe(1);
  });

  it('needs the platform to vouch for her', async () => {
    expect(await refusalOf(signIn({ ...stranger(), identity: null }, {}))).toMatchObject({
      code: 'sign_in_first',
    });
  });
});

describe('an order', () => {
  it('is credited to the guide whose card was opened, with commission pending', async () => {
    const shopper = await small.shopper();
    const shareId = await cardOf(guide);
    await open(shopper, shareId);
    const bought = await buy(shopper, noon + 60_000);
    expect(bought).toMatchObject({
      guideId: guide.caller.staff.staffId,
      shareId,
      storeId: small.storeId,
    });
    expect(bought.credit.evidence.touchedAt).toBe(noon);
    const at = { ...guide, nowMs: noon + 60_000 };
    expect((await listCredited(at, {})).items).toMatchObject([
      { baseFen: 39_900, commissionFen: 3_192, part: 'sale', why: '客户下单前打开了您分享的卡片' },
    ]);
    expect(await showDesk(at)).toMatchObject({
      creditedOrders: 1,
      creditedFen: 39_900,
      commissionTodayFen: 3_192,
      pendingFen: 3_192,
      visitorsToday: 1,
    });
  });

  it('goes to the owner when no card was opened lately, and to the store without one', async () => {
    const shopper = await small.shopper();
    await open(shopper, await cardOf(guide));
    expect((await buy(shopper, noon + 20 * day)).credit).toMatchObject({
      rule: 'owner',
      guideId: guide.caller.staff.staffId,
    });
    expect((await buy(await small.shopper())).credit).toMatchObject({
      rule: 'store',
      guideId: null,
      parts: [],
    });
  });

  it('leaves the owner a fifth when another guide’s card wins', async () => {
    const shopper = await small.shopper();
    await open(shopper, await cardOf(guide));
    await open(small.at(shopper, noon + day), await cardOf(other));
    const { credit } = await buy(shopper, noon + 2 * day);
    expect(credit.parts).toMatchObject([
      { guideId: other.caller.staff.staffId, part: 'sale', amountFen: 2_554 },
      { guideId: guide.caller.staff.staffId, part: 'service', amountFen: 638 },
    ]);
  });

  it('of a guide herself earns nothing and counts for the store', async () => {
    await open(guide, await cardOf(other));
    expect((await buy(guide)).credit).toMatchObject({
      rule: 'own_purchase',
      guideId: null,
      storeId: small.storeId,
      parts: [],
    });
  });
});

describe('a binding', () => {
  it('is protected, then given up to another guide by a touch that an order follows', async () => {
    const shopper = await small.shopper();
    await open(shopper, await cardOf(guide));
    await open(small.at(shopper, noon + 10 * day), await cardOf(other));
    await buy(shopper, noon + 11 * day);
    expect(await reasons(shopper)).toEqual([['first', 'first_touch']]);
    await open(small.at(shopper, noon + 45 * day), await cardOf(other));
    await buy(shopper, noon + 46 * day);
    expect(await reasons(shopper)).toEqual([
      ['first', 'first_touch'],
      ['second', 'after_protection'],
    ]);
  });

  it('is not made by touching one’s own card', async () => {
    await open(guide, await cardOf(guide));
    expect(await reasons(guide)).toEqual([]);
  });
});

describe('goods to share', () => {
  it('say what one piece would earn before they are shared', async () => {
    expect((await listGoods(guide, {})).items).toMatchObject([
      { productId: small.productId, rateBp: 800, commissionFen: 3_192 },
    ]);
  });
});

async function memberContext(visitor: VisitorContext, memberId: string): Promise<Known> {
  const { openid } = await database.db
    .selectFrom('members')
    .select('openid')
    .where('memberId', '=', memberId)
    .executeTakeFirstOrThrow();
  const caller = { memberId, openid, nickname: '', staff: null };
  return { ...visitor, identity: { openid }, admit: letIn, caller };
}

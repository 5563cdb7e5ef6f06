import fc from 'fast-check';
import { fen, splitFen, sumFen } from '../../../../../cloudfunctions/kit/money';
import {
  commissionLines,
  commissionParts,
} from '../../../../../cloudfunctions/domains/referral/rules/credit';
import type { QuotedLine } from '../../../../../cloudfunctions/domains/cart/rules/quoted';
import {
  refundOf,
  returnableUnits,
  type RefundFacts,
  type RefundParts,
} from '../../../../../cloudfunctions/domains/orders/rules/refund';

type ValueOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

const amount = fc.integer({ min: 0, max: 90_000 });
const bought = fc.record({
  paidFen: amount,
  quantity: fc.integer({ min: 1, max: 5 }),
  pointsFen: fc.integer({ min: 0, max: 3_000 }),
  rateBp: fc.constantFrom(0, 133, 500, 5_000),
  coupon: fc.boolean(),
  exchanged: fc.constantFrom(0, 0, 7),
});
type Bought = ValueOf<typeof bought>;

const order = fc.record({
  lines: fc.array(bought, { minLength: 1, maxLength: 4 }),
  freightFen: fc.constantFrom(0, 800, 1_234),
  storedBp: fc.integer({ min: 0, max: 10_000 }),
  giftBp: fc.integer({ min: 0, max: 10_000 }),
  service: fc.boolean(),
  points: fc.integer({ min: 0, max: 500 }),
  completed: fc.boolean(),
  sent: fc.boolean(),
});
type Order = ValueOf<typeof order>;

const guides = { guideId: 'g1', serviceGuideId: 'g2' };

function quotedLine(line: Bought, index: number): QuotedLine {
  const discount = (ruleId: string, kind: 'points' | 'coupon', shareFen: number) => ({
    ruleId,
    kind,
    say: '',
    shareFen: fen(shareFen),
  });
  return {
    skuId: `s${index}`,
    quantity: line.quantity,
    listFen: fen(line.paidFen + 1),
    unitFen: fen(0),
    unitFrom: line.exchanged > 0 ? 'exchange' : 'list',
    unitRule: null,
    amountFen: fen(0),
    discounts: [
      ...(line.pointsFen > 0 ? [discount('points', 'points', line.pointsFen)] : []),
      ...(line.coupon ? [discount('c1', 'coupon', 1)] : []),
    ],
    paidFen: fen(line.paidFen),
    units: [],
  };
}

function moneyOf({ lines, freightFen, storedBp, giftBp }: Order) {
  const payableFen = sumFen([...lines.map(({ paidFen }) => paidFen), freightFen]);
  const storedFen = Math.floor((payableFen * storedBp) / 10_000);
  const storedGiftFen = Math.floor((storedFen * giftBp) / 10_000);
  const storedPrincipalFen = storedFen - storedGiftFen;
  return { payableFen, storedPrincipalFen, storedGiftFen, dueFen: payableFen - storedFen };
}

function creditOf({ lines, service }: Order, giftFen: number, freightFen: number) {
  const shares = splitFen(giftFen, [...lines.map(({ paidFen }) => paidFen), freightFen]);
  const counted = lines.map(({ paidFen, rateBp }, index) => ({
    paidFen: paidFen - (shares[index] ?? 0),
    productRateBp: rateBp,
    categoryRateBp: 0,
  }));
  const credit = { ...guides, serviceGuideId: service ? guides.serviceGuideId : null };
  const parts = commissionParts(credit as never, counted, 300, 2_000);
  return { parts, lines: commissionLines(counted, 300) };
}

/** What the lines of 积分兑换 cost in points, as an order keeps it. */
function duesOf(lines: readonly Bought[]): RefundFacts['dues'] {
  const goods = lines.flatMap(({ exchanged, quantity }, index) =>
    exchanged > 0 ? [{ skuId: `s${index}`, pieces: quantity, points: exchanged }] : [],
  );
  const limits = { fen: 0, limited: false, perMember: false, pieces: 0 };
  return { promotions: [{ promotionId: 'p', ...limits, goods }] };
}

/** The facts of an order before any refund. */
function factsOf(from: Order): RefundFacts {
  const money = moneyOf(from);
  const { lines, freightFen, completed, sent } = from;
  const exchanged = lines.reduce((sum, line) => sum + line.exchanged * line.quantity, 0);
  const used = lines.some(({ pointsFen }) => pointsFen > 0) ? from.points : 0;
  return {
    ...money,
    freightFen,
    state: completed ? 'completed' : sent ? 'received' : 'paid',
    refundedFen: 0,
    refundedFreightFen: 0,
    quote: {
      lines: lines.map(quotedLine),
      coupons: [
        { couponId: 'c1', batchId: 'b', fen: fen(1) },
        { couponId: 'c2', batchId: 'b', fen: fen(1) },
      ],
      points: { used, fen: fen(0), most: 0, exchanged, enough: true, earned: 0 },
    },
    dues: duesOf(lines),
    credit: creditOf(from, money.storedGiftFen, freightFen),
    lines: lines.map(({ quantity, paidFen }, index) => ({
      line: index + 1,
      skuId: `s${index}`,
      quantity,
      paidFen,
      shippedQuantity: sent || completed ? quantity : 0,
      cancelledQuantity: 0,
      refundedQuantity: 0,
      refundedFen: 0,
    })),
    earned: completed
      ? { goodsFen: sumFen(lines.map(({ paidFen }) => paidFen)), points: from.points }
      : null,
  };
}

/** The facts after a refund. */
function after(facts: RefundFacts, back: RefundParts): RefundFacts {
  return {
    ...facts,
    refundedFen: facts.refundedFen + back.totalFen,
    refundedFreightFen: facts.refundedFreightFen + back.freightFen,
    lines: facts.lines.map((line) => {
      const mine = back.lines.find((one) => one.line === line.line);
      if (mine === undefined) return line;
      return {
        ...line,
        cancelledQuantity: line.cancelledQuantity + mine.unsent,
        refundedQuantity: line.refundedQuantity + mine.quantity,
        refundedFen: line.refundedFen + mine.fen,
      };
    }),
  };
}

/** Refunds every unit, in steps of units that chance picks. */
function refundAll(facts: RefundFacts, picks: readonly number[]): RefundParts[] {
  const backs: RefundParts[] = [];
  let now = facts;
  for (let turn = 0; ; turn += 1) {
    const open = now.lines.filter((line) => line.refundedQuantity < line.quantity);
    if (open.length === 0) return backs;
    const pick = picks[turn % picks.length] ?? 0;
    const line = open[pick % open.length];
    if (line === undefined) return backs;
    const most = line.quantity - line.refundedQuantity;
    const back = refundOf(now, [{ line: line.line, quantity: 1 + (pick % most) }]);
    backs.push(back);
    now = after(now, back);
  }
}

const sum = (backs: readonly RefundParts[], of: (back: RefundParts) => number) =>
  backs.reduce((total, back) => total + of(back), 0);

describe('refunds of units', () => {
  it('in any order and steps add up to all that was paid, used, earned and credited, to the fen', () => {
    fc.assert(
      fc.property(order, fc.array(fc.nat(60), { minLength: 1, maxLength: 20 }), (from, picks) => {
        const facts = factsOf(from);
        const backs = refundAll(facts, picks);
        const shipped = from.sent || from.completed;
        const paid = facts.payableFen - (shipped ? facts.freightFen : 0);
        expect(sum(backs, (back) => back.totalFen)).toBe(paid);
        expect(sum(backs, (back) => back.wechatFen)).toBe(Math.min(paid, facts.dueFen));
        if (!shipped) {
          expect(sum(backs, (back) => back.principalFen)).toBe(facts.storedPrincipalFen);
          expect(sum(backs, (back) => back.giftFen)).toBe(facts.storedGiftFen);
        }
        const { used, exchanged } = facts.quote.points;
        expect(sum(backs, (back) => back.pointsBack)).toBe(used + exchanged);
        const goods = facts.earned?.goodsFen ?? 0;
        expect(sum(backs, (back) => back.pointsTaken)).toBe(goods > 0 ? from.points : 0);
        expect(sum(backs, (back) => back.growthTaken)).toBe(Math.floor(goods / 100));
        for (const { guideId, baseFen, amountFen } of facts.credit.parts) {
          const of = (back: RefundParts) => back.commission.find((one) => one.guideId === guideId);
          expect(sum(backs, (back) => of(back)?.baseFen ?? 0)).toBe(baseFen);
          expect(sum(backs, (back) => of(back)?.amountFen ?? 0)).toBe(amountFen);
        }
        const coupons = backs.flatMap(({ couponIds }) => couponIds);
        const covered = from.lines.some(({ coupon }) => coupon);
        expect(coupons.filter((id) => id === 'c1')).toHaveLength(covered || !shipped ? 1 : 0);
        expect(coupons.filter((id) => id === 'c2')).toHaveLength(shipped ? 0 : 1);
        expect(backs.map(({ whole }) => whole).indexOf(true)).toBe(backs.length - 1);
      }),
      { numRuns: 400 },
    );
  });

  it('never give back less than nothing of anything, nor more than the goods are worth', () => {
    fc.assert(
      fc.property(order, fc.array(fc.nat(60), { minLength: 1, maxLength: 20 }), (from, picks) => {
        for (const back of refundAll(factsOf(from), picks)) {
          const { wechatFen, principalFen, giftFen, totalFen } = back;
          expect(wechatFen + principalFen + giftFen).toBe(totalFen);
          const parts = [wechatFen, principalFen, giftFen, back.pointsBack, back.pointsTaken];
          const commission = back.commission.flatMap(({ baseFen, amountFen }) => [
            baseFen,
            amountFen,
          ]);
          for (const part of [...parts, back.growthTaken, ...commission])
            expect(part).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('take the units that were not sent first, unless the goods come back', () => {
    const [line] = factsOf(fixed).lines;
    if (line === undefined) throw new Error('a line');
    const facts = { ...factsOf(fixed), lines: [{ ...line, shippedQuantity: 1 }] };
    expect(refundOf(facts, [{ line: 1, quantity: 3 }]).lines).toMatchObject([{ unsent: 2 }]);
    expect(refundOf(facts, [{ line: 1, quantity: 1 }], true).lines).toMatchObject([{ unsent: 0 }]);
    expect(returnableUnits({ ...line, shippedQuantity: 1 })).toBe(1);
    const half = { ...line, shippedQuantity: 2, cancelledQuantity: 1, refundedQuantity: 2 };
    expect(returnableUnits(half)).toBe(1);
  });

  it('reverse the commission of an order from before lines were kept, in proportion and in full', () => {
    const facts = factsOf({ ...fixed, lines: [line10, { ...line10, paidFen: 501 }] });
    const old = { ...facts, credit: { parts: facts.credit.parts } };
    const first = refundOf(old, [{ line: 1, quantity: 3 }]);
    const second = refundOf(after(old, first), [{ line: 2, quantity: 3 }]);
    const [part] = facts.credit.parts;
    expect(sum([first, second], (back) => back.commission[0]?.amountFen ?? 0)).toBe(
      part?.amountFen,
    );
  });
});

const line10: Bought = {
  ...{ paidFen: 1_000, quantity: 3, pointsFen: 0, rateBp: 500, coupon: false },
  exchanged: 0,
};
const fixed: Order = {
  ...{ lines: [line10], freightFen: 0, storedBp: 0, giftBp: 0, service: false },
  ...{ points: 0, completed: false, sent: false },
};

import fc from 'fast-check';
import {
  leftToAsk,
  whyNotAsk,
  whyNotOpen,
  type AskableLine,
  type AskFacts,
  type Asked,
} from '../../../../../cloudfunctions/domains/after-sales/rules/ask';
import {
  kindNames,
  reasonsOf,
} from '../../../../../cloudfunctions/domains/after-sales/rules/words';
import type { AfterSaleKind } from '../../../../../cloudfunctions/domains/after-sales/flow';
import type { OrderState } from '../../../../../cloudfunctions/domains/orders/flow';

const nowMs = 1_000_000;
const shopper = { by: 'shopper' as const, nowMs };
const manager = { by: 'manager' as const, nowMs };

function lineOf(more: Partial<AskableLine> = {}): AskableLine {
  return {
    ...{ line: 1, skuId: 's', quantity: 3, paidFen: 300, kind: 'bought' as const },
    ...{ shippedQuantity: 0, cancelledQuantity: 0, askedQuantity: 0 },
    ...{ refundedQuantity: 0, refundedFen: 0 },
    ...more,
  };
}

function factsOf(more: Partial<AskFacts> = {}): AskFacts {
  const order = { state: 'shipped' as const, windowEndsAt: null };
  return { order, lines: [lineOf()], claimed: [], before: 0, ...more };
}

const asked = (kind: AfterSaleKind, quantity: number): Asked => ({
  ...{ kind, reason: 'other', units: [{ line: 1, quantity }] },
});

describe('when an after-sale may be asked', () => {
  it.each<[OrderState, string | null, string | null]>([
    ['unpaid', 'cannot_ask', 'cannot_ask'],
    ['teaming', 'cannot_ask', 'cannot_ask'],
    ['closed', 'cannot_ask', 'cannot_ask'],
    ['paid', null, null],
    ['shipped', null, null],
    ['received', null, null],
    ['completed', 'window_over', null],
  ])('of an order that is %s: the shopper %s, the shop %s', (state, hers, shops) => {
    const order = { state, windowEndsAt: null };
    expect(whyNotOpen(order, 'shopper', nowMs)?.code ?? null).toBe(hers);
    expect(whyNotOpen(order, 'manager', nowMs)?.code ?? null).toBe(shops);
  });

  it('ends for the shopper with the very millisecond of her window, for the shop never', () => {
    const order = (windowEndsAt: number) => ({ state: 'received' as const, windowEndsAt });
    expect(whyNotOpen(order(nowMs + 1), 'shopper', nowMs)).toBeNull();
    expect(whyNotOpen(order(nowMs), 'shopper', nowMs)).toMatchObject({ code: 'window_over' });
    expect(whyNotOpen(order(nowMs), 'manager', nowMs)).toBeNull();
  });

  it('takes only reasons that its kind has', () => {
    for (const kind of Object.keys(kindNames) as AfterSaleKind[]) {
      const facts = factsOf({ lines: [lineOf({ shippedQuantity: 3 })] });
      for (const reason of Object.keys(reasonsOf[kind]))
        expect(whyNotAsk(facts, { ...asked(kind, 1), reason }, shopper)).toBeNull();
      for (const reason of ['too_slow_', 'toString', '__proto__'])
        expect(whyNotAsk(facts, { ...asked(kind, 1), reason }, shopper)).toMatchObject({
          code: 'wrong_reason',
        });
    }
  });

  it('ends for the shopper, and not for the shop, after many of one order', () => {
    const facts = factsOf({ before: 40 });
    expect(whyNotAsk(facts, asked('refund_only', 1), shopper)).toMatchObject({
      code: 'too_often',
    });
    expect(whyNotAsk(facts, asked('refund_only', 1), manager)).toBeNull();
  });

  it('is never about gifts alone', () => {
    const lines = [lineOf({ line: 1 }), lineOf({ line: 2, kind: 'gift' })];
    const gift = { line: 2, quantity: 1 };
    const of = (units: Asked['units']) =>
      whyNotAsk(factsOf({ lines }), { ...asked('refund_only', 1), units }, shopper);
    expect(of([gift])).toMatchObject({ code: 'only_gifts' });
    expect(of([gift, { line: 1, quantity: 1 }])).toBeNull();
  });

  it('is about units of lines that are there, each line once', () => {
    const of = (units: Asked['units']) =>
      whyNotAsk(factsOf(), { ...asked('refund_only', 1), units }, shopper)?.code;
    expect(of([])).toBe('nothing_asked');
    expect(of([{ line: 2, quantity: 1 }])).toBe('no_such_line');
    expect(of([1, 1].map((line) => ({ line, quantity: 1 })))).toBe('no_such_line');
    expect(of([{ line: 1, quantity: 0 }])).toBe('too_many_units');
    expect(of([{ line: 1, quantity: 4 }])).toBe('too_many_units');
  });
});

/** A line with some units sent, cancelled, refunded and claimed, all of which fit. */
const fitting = fc
  .tuple(fc.nat(4), fc.nat(4), fc.nat(4), fc.nat(4), fc.nat(4), fc.nat(4))
  .map(([free, asked, cancelled, kept, back, claimed]) => ({
    line: lineOf({
      quantity: free + asked + cancelled + kept + back + claimed,
      shippedQuantity: kept + back + claimed,
      ...{ cancelledQuantity: cancelled, askedQuantity: asked },
      refundedQuantity: cancelled + back,
    }),
    claims: [
      { line: 1, quantity: claimed + asked, unsent: asked },
      { line: 2, quantity: 9, unsent: 0 },
    ],
    ...{ free, kept },
  }));

describe('what is left to ask for', () => {
  it('is what nobody sent, refunded or claimed, and what was sent and neither', () => {
    fc.assert(
      fc.property(fitting, ({ line, claims, free, kept }) => {
        expect(leftToAsk(line, claims)).toEqual({ unsent: free, sent: kept });
      }),
    );
  });

  it('bounds what may be asked: goods come back only once they were sent', () => {
    fc.assert(
      fc.property(fitting, fc.integer({ min: 1, max: 12 }), (fit, quantity) => {
        const { line, claims, free, kept } = fit;
        const facts = factsOf({ lines: [line], claimed: claims });
        const may = (kind: AfterSaleKind) => whyNotAsk(facts, asked(kind, quantity), shopper);
        expect(may('refund_only') === null).toBe(quantity <= free + kept);
        expect(may('return_refund') === null).toBe(quantity <= kept);
        expect(may('exchange') === null).toBe(quantity <= kept);
      }),
    );
  });
});

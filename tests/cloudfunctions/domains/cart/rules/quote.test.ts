import fc from 'fast-check';
import {
  quote,
  unitsPaid,
  type PricedLine,
  type QuoteFacts,
} from '../../../../../cloudfunctions/domains/cart/rules/quote';
import { sumFen } from '../../../../../cloudfunctions/kit/money';
import { plainFreight } from '../../../../support/small-rows';

const templates = {
  a: { name: '快递', terms: plainFreight },
  b: {
    name: '冷链',
    terms: { ...plainFreight, by: 'pieces' as const, first: 1, next: 1, freeOverFen: null },
  },
};
const line = fc.record({
  skuId: fc.uuid(),
  templateId: fc.constantFrom('a', 'b'),
  quantity: fc.integer({ min: 1, max: 99 }),
  listFen: fc.integer({ min: 1, max: 90_000 }),
  weightGrams: fc.integer({ min: 0, max: 9_000 }),
});
const carts = fc.array(line, { minLength: 1, maxLength: 12 });
const shanghai = { kind: 'express' as const, regionCode: '310104' };
const quoteOf = (lines: PricedLine[], destination: QuoteFacts['destination'] = shanghai) =>
  quote({ lines, templates, destination });

describe('a quote', () => {
  it('adds up: goods less discounts plus freight, lines to goods, parts to freight', () => {
    fc.assert(
      fc.property(carts, (lines) => {
        const found = quoteOf(lines);
        expect(found.payableFen).toBe(found.goodsFen - found.discountFen + found.freightFen);
        expect(sumFen(found.lines.map((each) => each.amountFen))).toBe(found.goodsFen);
        expect(sumFen(found.freight.map((part) => part.fen ?? 0))).toBe(found.freightFen);
        found.lines.forEach((each, index) =>
          expect(each.amountFen).toBe((lines[index]?.listFen ?? 0) * (lines[index]?.quantity ?? 0)),
        );
      }),
    );
  });

  it('does not depend on the order of lines', () => {
    fc.assert(
      fc.property(carts, (lines) => {
        expect(quoteOf([...lines].reverse()).payableFen).toBe(quoteOf(lines).payableFen);
      }),
    );
  });

  it('has no freight for pick-up and before an address is known', () => {
    fc.assert(
      fc.property(
        carts,
        fc.constantFrom(null, { kind: 'pickup' as const }),
        (lines, destination) => {
          expect(quoteOf(lines, destination)).toMatchObject({
            freight: [],
            freightFen: 0,
            deliverable: true,
          });
        },
      ),
    );
  });

  it('says when a place is not served', () => {
    const lines = [{ skuId: 's', templateId: 'a', quantity: 1, listFen: 100, weightGrams: 1 }];
    expect(quoteOf(lines, { kind: 'express', regionCode: '710100' }).deliverable).toBe(false);
  });
});

describe('units', () => {
  it('of a line sum to what was paid and differ by a fen at most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900_000 }),
        fc.integer({ min: 1, max: 99 }),
        (paid, quantity) => {
          const units = unitsPaid(paid, quantity);
          expect(units).toHaveLength(quantity);
          expect(sumFen(units)).toBe(paid);
          expect(Math.max(...units) - Math.min(...units)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

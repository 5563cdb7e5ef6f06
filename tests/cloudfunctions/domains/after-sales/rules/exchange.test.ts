import fc from 'fast-check';
import {
  piecesBack,
  unitsNow,
} from '../../../../../cloudfunctions/domains/after-sales/rules/exchange';

const line = { line: 1, skuId: 'a', sent: 3 };

describe('units that were exchanged', () => {
  it('are others from the end on, and those of other lines stay what they are', () => {
    expect(unitsNow(line, [])).toEqual(['a', 'a', 'a']);
    expect(unitsNow(line, [{ line: 1, quantity: 1, toSkuId: 'b' }])).toEqual(['a', 'a', 'b']);
    expect(unitsNow(line, [{ line: 2, quantity: 1, toSkuId: 'b' }])).toEqual(['a', 'a', 'a']);
    const twice = ['b', 'c'].map((toSkuId) => ({ line: 1, quantity: 1, toSkuId }));
    expect(unitsNow(line, twice)).toEqual(['a', 'a', 'c']);
  });

  it('come back each once, as what they have become', () => {
    const exchange = fc.record({
      line: fc.constant(1),
      quantity: fc.integer({ min: 1, max: 5 }),
      toSkuId: fc.constantFrom('a', 'b', 'c', null),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(exchange, { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 5 }),
        (sent, exchanged, returns) => {
          const units = unitsNow({ ...line, sent }, exchanged);
          expect(units).toHaveLength(sent);
          const back: string[] = [];
          let before = 0;
          for (const quantity of [...returns, sent].map((one) => Math.min(one, sent - before))) {
            for (const piece of piecesBack(units, { quantity, before, exchange: false }))
              back.push(...Array.from({ length: piece.quantity }, () => piece.skuId));
            before += quantity;
            if (before === sent) break;
          }
          expect(back.sort()).toEqual([...units].sort());
        },
      ),
    );
  });

  it('leave by their last ones when they are exchanged again', () => {
    const units = ['a', 'a', 'b'];
    const again = { quantity: 2, before: 1, exchange: true };
    expect(piecesBack(units, again)).toEqual([
      { skuId: 'a', quantity: 1 },
      { skuId: 'b', quantity: 1 },
    ]);
  });
});

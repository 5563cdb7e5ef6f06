import { nothingOffered } from '../../../../cloudfunctions/domains/cart/rules/facts';
import { quote as quoteOf } from '../../../../cloudfunctions/domains/cart/rules/quote';
import { afterRefusal, priceChanges } from '../../../../src/features/orders/afterRefusal';

const quote = quoteOf({ ...nothingOffered, lines: [], templates: {}, destination: null });

describe('a refusal of an order', () => {
  it('with a new price tells the new quote', () => {
    const moved = { ...quote, payableFen: 1200, dueFen: 1000 };
    expect(afterRefusal('price_changed', { quote: moved })).toEqual({
      kind: 'newQuote',
      quote: moved,
    });
  });

  it('with damaged details is still understood', () => {
    const none = { kind: 'newQuote', quote: null };
    expect(afterRefusal('price_changed', {})).toEqual(none);
    expect(afterRefusal('price_changed', { quote: { ...quote, payableFen: 'x' } })).toEqual(none);
    expect(afterRefusal('price_changed', { quote: { ...quote, savings: 7 } })).toEqual(none);
    expect(afterRefusal('sold_out', { skuId: 7 })).toEqual({ kind: 'soldOut', skuId: null });
  });

  it('names the line that is sold out', () => {
    expect(afterRefusal('sold_out', { skuId: 'x' })).toEqual({ kind: 'soldOut', skuId: 'x' });
  });

  it('of a used key leads to the orders, of what moved asks anew, and any other is said', () => {
    expect(afterRefusal('key_reused', {})).toEqual({ kind: 'placedBefore' });
    expect(afterRefusal('too_few_points', {})).toEqual({ kind: 'askAnew' });
    expect(afterRefusal('no_answer', {})).toEqual({ kind: 'say' });
  });
});

describe('what moved between two quotes', () => {
  const saving = (ruleId: string) => ({ ruleId, kind: 'off' as const, say: ruleId, fen: 100 });
  const seen = {
    listFen: 1000,
    freightFen: 0,
    payableFen: 900,
    dueFen: 900,
    savings: [saving('满减')],
  };

  it('is told: goods, what is gone, what has come, freight', () => {
    expect(priceChanges(seen, { ...seen, listFen: 1100 })).toEqual(['商品价格有变']);
    expect(priceChanges(seen, { ...seen, savings: [saving('满折')] })).toEqual([
      '「满减」不再可用',
      '新增「满折」',
    ]);
    expect(priceChanges(seen, { ...seen, freightFen: 800 })).toEqual(['运费由 ¥0 变为 ¥8']);
  });

  it('is nothing between a quote and itself', () => {
    expect(priceChanges(seen, seen)).toEqual([]);
  });
});

import { nothingOffered } from '../../../../cloudfunctions/domains/cart/rules/facts';
import { quote } from '../../../../cloudfunctions/domains/cart/rules/quote';
import { amountRows } from '../../../../src/features/orders/amountRows';

const line = {
  skuId: 's',
  productId: 'p',
  categoryIds: [],
  tags: [],
  templateId: 't',
  quantity: 1,
  listFen: 5000,
  weightGrams: 0,
};

const quoted = quote({
  ...nothingOffered,
  lines: [line],
  templates: {},
  destination: { kind: 'pickup' },
  points: { balance: 100, pointFen: 1, mostBp: 5000, earnBp: 0 },
  stored: { principalFen: 3000, giftFen: 1000 },
  choice: { points: 100, storedFen: 4000, addOns: [] },
});

describe('the amounts of a checkout and of its order', () => {
  it('say points, what the order comes to, and of what stored value it was paid', () => {
    expect(
      amountRows(quoted, 'pickup', true).map(({ name, text, notes }) => [name, text, notes]),
    ).toEqual([
      ['商品金额', '¥50.00', undefined],
      ['积分抵现（100 积分）', '-¥1.00', undefined],
      ['运费', '¥0.00', ['到店自提，免运费']],
      ['订单金额', '¥49.00', undefined],
      ['储值支付', '-¥40.00', ['本金 ¥30，赠送 ¥10']],
    ]);
    expect(quoted.dueFen).toBe(900);
  });

  it('leave the freight open until it is known where the goods go', () => {
    const rows = amountRows(quoted, 'express', false);
    expect(rows.find(({ id }) => id === 'freight')).toMatchObject({ text: '待计算' });
  });
});

import { nothingOffered } from '../../../../cloudfunctions/domains/cart/rules/facts';
import { quote as quoteOf } from '../../../../cloudfunctions/domains/cart/rules/quote';
import {
  checkoutStep,
  deliveryOf,
  firstAddressId,
  freightWorkings,
  linesThatCanBeBought,
  type OrderPreview,
} from '../../../../src/features/orders/steps';

const express = { kind: 'express' as const, addressId: 'a', storeId: '', slotAt: null };
const using = { points: 0, storedFen: 0, addOns: [] };
const lines = [
  { skuId: 'x', quantity: 2 },
  { skuId: 'y', quantity: 1 },
];
const quote: OrderPreview['quote'] = quoteOf({
  ...nothingOffered,
  lines: [],
  templates: {},
  destination: null,
});

function problem(skuId: string, left: number) {
  const code = left > 0 ? ('too_few' as const) : ('sold_out' as const);
  return { skuId, code, say: '', left };
}

function step(change: Partial<Parameters<typeof checkoutStep>[0]> = {}) {
  return checkoutStep({
    lines,
    choice: express,
    preview: { problems: [], quote, city: null },
    quotedFor: deliveryOf(express),
    using,
    quotedUsing: using,
    refreshing: false,
    ...change,
  }).kind;
}

describe('the next step of a checkout', () => {
  it('is the order when nothing is missing', () => {
    expect(step()).toBe('submit');
  });

  it('asks for what is missing first: an address, or a store', () => {
    expect(step({ choice: { ...express, addressId: '' } })).toBe('chooseAddress');
    expect(step({ choice: { ...express, kind: 'pickup' } })).toBe('chooseStore');
  });

  it('asks for a new quote when the last one was for another place, unless one is on its way', () => {
    const other = { kind: 'pickup' as const, storeId: 's' };
    expect(step({ quotedFor: other })).toBe('ask');
    expect(step({ quotedFor: other, refreshing: true })).toBe('submit');
  });

  it('asks for a new quote when the last one was for other coupons, points or stored value', () => {
    expect(step({ using: { ...using, points: 5 } })).toBe('ask');
    expect(step({ using: { ...using, points: 5 }, refreshing: true })).toBe('submit');
  });

  it('stops when the goods cost more points than there are', () => {
    const points = { ...quote.points, exchanged: 500, enough: false };
    expect(step({ preview: { problems: [], city: null, quote: { ...quote, points } } })).toBe(
      'blocked',
    );
  });

  it('offers to go on with what is left, and stops when nothing is', () => {
    expect(step({ preview: { problems: [problem('x', 1)], quote, city: null } })).toBe('mend');
    const problems = [problem('x', 0), problem('y', 0)];
    expect(step({ preview: { problems, quote, city: null } })).toBe('blocked');
  });

  it('asks when goods shall come within the city, until the time is one that can be kept', () => {
    const choice = { ...express, kind: 'city' as const };
    const city = {
      ...{ storeName: '', minutes: 45 },
      slots: [{ startsAt: 7, endsAt: 9 }],
    };
    const at = (slotAt: number | null) =>
      step({
        choice: { ...choice, slotAt },
        quotedFor: deliveryOf({ ...choice, slotAt }),
        preview: { problems: [], quote, city },
      });
    expect([at(null), at(7), at(8)]).toEqual(['chooseSlot', 'submit', 'chooseSlot']);
    expect(step({ choice: { ...choice, addressId: '' } })).toBe('chooseAddress');
  });

  it('stops where a template does not deliver', () => {
    expect(
      step({ preview: { problems: [], city: null, quote: { ...quote, deliverable: false } } }),
    ).toBe('blocked');
  });
});

describe('lines that can be bought', () => {
  it('lose what is gone and keep what is left', () => {
    expect(linesThatCanBeBought(lines, [problem('x', 1), problem('y', 0)])).toEqual([
      { skuId: 'x', quantity: 1 },
    ]);
    expect(linesThatCanBeBought(lines, [])).toEqual(lines);
  });
});

describe('the address to begin with', () => {
  const addresses = [
    { addressId: 'first', isDefault: false },
    { addressId: 'usual', isDefault: true },
  ];

  it('is the one chosen before while it exists, then the default, then the first', () => {
    expect(firstAddressId(addresses, 'first')).toBe('first');
    expect(firstAddressId(addresses, 'removed')).toBe('usual');
    expect(firstAddressId([{ addressId: 'only', isDefault: false }], '')).toBe('only');
    expect(firstAddressId([], '')).toBe('');
  });
});

describe('the working of the freight', () => {
  it('is told for each template, and in words where there is none', () => {
    const part = { templateId: 't', name: 'n', fen: 0, working: '普通快递：包邮', shortFen: null };
    expect(freightWorkings({ freight: [part] }, 'express')).toEqual(['普通快递：包邮']);
    expect(freightWorkings({ freight: [] }, 'express')).toEqual(['选择收货地址后计算运费']);
    expect(freightWorkings({ freight: [part] }, 'pickup')).toEqual(['到店自提，免运费']);
  });
});

import {
  audienceText,
  percentOf,
  scopeText,
} from '../../../../../src/features/offers/form/offerWords';
import { audienceRows, scopeRows } from '../../../../../src/features/offers/form/namedWords';

const nothing = { productIds: [], categoryIds: [], tags: [] };
const scope = { ...nothing, all: false, not: nothing };
const everybody = { storeIds: [], levels: [], tags: [], newBuyers: false };
const levels = [
  { level: 0, name: '新朋友' },
  { level: 1, name: '熟客' },
];
const product = { productId: 'p', title: '奶瓶', pictureUrl: '', priceFen: 100 };
const names = { products: { p: product }, categories: { c: '喂养' }, stores: { s: '徐汇店' } };

describe('which goods, in a phrase', () => {
  it('counts what is named and says what is left out', () => {
    expect(scopeText({ ...scope, all: true })).toBe('全部商品');
    expect(
      scopeText({ ...scope, productIds: ['p', 'q'], categoryIds: ['c'], tags: ['新品', '热卖'] }),
    ).toBe('2 件商品、1 个分类、标签「新品」「热卖」');
    expect(scopeText({ ...scope, all: true, not: { ...nothing, tags: ['特价'] } })).toBe(
      '全部商品，除 标签「特价」',
    );
  });

  it('names them where there is room, and says of each that is gone that it is', () => {
    const both = { ...scope, productIds: ['p', 'gone'], categoryIds: ['c'] };
    expect(scopeRows(both, names)).toEqual([
      { name: '参加商品', value: '奶瓶、已下架的商品\n分类：喂养' },
    ]);
    const many = { ...scope, productIds: Array<string>(9).fill('p') };
    expect(scopeRows(many, names)[0]?.value).toBe('奶瓶、奶瓶、奶瓶、奶瓶、奶瓶、奶瓶 等 9 个');
    expect(
      scopeRows({ ...scope, all: true, not: { ...nothing, categoryIds: ['c'] } }, names),
    ).toEqual([
      { name: '参加商品', value: '全部商品' },
      { name: '不参加', value: '分类：喂养' },
    ]);
  });
});

describe('whom it is for', () => {
  it('is everybody when nothing is asked', () => {
    expect(audienceText(everybody, levels)).toBe('');
    expect(audienceRows(everybody, names, levels)).toEqual([{ name: '给谁用', value: '所有人' }]);
  });

  it('says all that must hold', () => {
    const some = { storeIds: ['s'], levels: [1, 7], tags: ['VIP'], newBuyers: true };
    expect(audienceText(some, levels)).toBe('仅新客，熟客、等级 7，会员标签「VIP」，1 家门店');
    expect(audienceRows(some, names, levels).map(({ value }) => value)).toEqual([
      '徐汇店',
      '熟客、等级 7',
      'VIP',
      '只给新客',
    ]);
  });
});

it('says a part of a whole, never more than all of it', () => {
  expect([percentOf(1, 3), percentOf(5, 4), percentOf(-1, 4), percentOf(1, 0)]).toEqual([
    33, 100, 0, 0,
  ]);
});

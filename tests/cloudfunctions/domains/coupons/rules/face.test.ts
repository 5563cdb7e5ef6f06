import {
  faceOf,
  limitsSay,
  scopeSay,
} from '../../../../../cloudfunctions/domains/coupons/rules/face';
import { Scope } from '../../../../../cloudfunctions/domains/promotions/schema/scope';

const id = '0193a5c0-0000-7000-8000-000000000001';
const scope = (part: object) => Scope.parse(part);

describe('the face of a coupon', () => {
  it('shows an amount in yuan, with fen only where there are any', () => {
    expect(faceOf({ kind: 'fixed', offFen: 2000 }, 9900)).toEqual({
      before: '¥',
      main: '20',
      under: '满 ¥99 可用',
    });
    expect(faceOf({ kind: 'fixed', offFen: 1250 }, 0)).toMatchObject({
      main: '12.50',
      under: '无门槛',
    });
  });

  it('shows a share as what remains to be paid, in tenths', () => {
    const share = (paysBp: number) => faceOf({ kind: 'percent', paysBp, capFen: null }, 0).main;
    expect([8500, 9000, 8550, 9999, 1].map(share)).toEqual(['8.5', '9', '8.55', '9.999', '0.001']);
    expect(faceOf({ kind: 'percent', paysBp: 8500, capFen: null }, 0)).toMatchObject({
      main: '8.5',
      after: '折',
    });
  });

  it('says in a word what has no amount', () => {
    expect(faceOf({ kind: 'exchange' }, 0).main).toBe('兑换');
    expect(faceOf({ kind: 'freight', offFen: null }, 0).main).toBe('免运费');
    expect(faceOf({ kind: 'freight', offFen: 800 }, 0).main).toBe('8');
  });

  it('says the cap of a share, and nothing where there is none', () => {
    expect(limitsSay({ kind: 'percent', paysBp: 8500, capFen: 5000 })).toEqual(['最多减 ¥50']);
    expect(limitsSay({ kind: 'percent', paysBp: 8500, capFen: null })).toEqual([]);
    expect(limitsSay({ kind: 'fixed', offFen: 1 })).toEqual([]);
  });

  it('says which goods it is for, and that some are left out', () => {
    expect(scopeSay(scope({ all: true }))).toBe('全场商品可用');
    expect(scopeSay(scope({ all: true, not: { tags: ['黄金'] } }))).toBe('全场商品可用，部分除外');
    expect(scopeSay(scope({ categoryIds: [id] }))).toBe('指定分类可用');
    expect(scopeSay(scope({ productIds: [id] }))).toBe('指定商品可用');
    expect(scopeSay(scope({ categoryIds: [id], tags: ['新品'] }))).toBe('指定商品可用');
  });
});

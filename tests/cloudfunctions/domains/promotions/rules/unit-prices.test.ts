import { exchangePrice } from '../../../../../cloudfunctions/domains/promotions/rules/exchange';
import { flashPrice } from '../../../../../cloudfunctions/domains/promotions/rules/flash';
import { memberPrice } from '../../../../../cloudfunctions/domains/promotions/rules/member';
import { overAllowance } from '../../../../../cloudfunctions/domains/promotions/rules/allowance';
import { timedPrice } from '../../../../../cloudfunctions/domains/promotions/rules/timed';

describe('限时折扣', () => {
  it.each([
    [{ by: 'rate', paysBp: 8_500 } as const, 1_000, 850],
    // 15 % of 9.99 is 1.4985: the discount is 1.49, rounded down.
    [{ by: 'rate', paysBp: 8_500 } as const, 999, 850],
    [{ by: 'rate', paysBp: 0 } as const, 999, 1],
    [{ by: 'off', offFen: 300 } as const, 999, 699],
    [{ by: 'off', offFen: 300 } as const, 200, 1],
    [{ by: 'price', priceFen: 500 } as const, 999, 500],
  ])('%j of %d is %d', (cut, listFen, fen) => {
    expect(timedPrice({ kind: 'timed', cut }, listFen)).toBe(fen);
  });
});

describe('会员价', () => {
  const terms = {
    kind: 'member' as const,
    rates: [
      { level: 1, paysBp: 9_500 },
      { level: 2, paysBp: 9_000 },
    ],
  };
  it('is the rate of the level, and none for other levels and strangers', () => {
    expect([0, 1, 2, null].map((level) => memberPrice(terms, level, 1_999))).toEqual([
      null,
      1_900,
      1_800,
      null,
    ]);
  });
});

describe('an activity', () => {
  it('has a price for its own goods only', () => {
    const goods = [{ skuId: 'a', priceFen: 990, points: 100, pieces: 5 }];
    expect(flashPrice({ kind: 'flash', goods, mostPerMember: null }, 'a')).toBe(990);
    expect(flashPrice({ kind: 'flash', goods, mostPerMember: null }, 'b')).toBeNull();
    expect(exchangePrice({ kind: 'exchange', goods, mostPerMember: null }, 'a')).toEqual({
      points: 100,
      priceFen: 990,
    });
    expect(exchangePrice({ kind: 'exchange', goods, mostPerMember: null }, 'b')).toBeNull();
  });

  const standing = {
    leftFen: null,
    leftUses: null,
    memberUses: null,
    memberPieces: 3,
    pieces: { a: 5 },
  };
  const wanted = { skuId: 'a', quantity: 3, offFen: 100 };

  it('gives what is left, what the member may still have, and what its budget pays for', () => {
    expect(overAllowance(standing, wanted, { pieces: 0, fen: 0 })).toBeNull();
    expect(overAllowance(standing, wanted, { pieces: 1, fen: 0 })).toMatchObject({
      code: 'limit_reached',
      most: 2,
    });
    const few = { ...standing, pieces: { a: 1 } };
    expect(overAllowance(few, wanted, { pieces: 0, fen: 0 })).toMatchObject({
      code: 'used_up',
      most: 1,
    });
    const poor = { ...standing, leftFen: 350 };
    expect(overAllowance(poor, wanted, { pieces: 0, fen: 0 })).toBeNull();
    expect(overAllowance(poor, wanted, { pieces: 0, fen: 51 })).toMatchObject({
      code: 'used_up',
      most: 2,
    });
  });

  it('says how many may still be had', () => {
    const say = (memberPieces: number, left: number) =>
      overAllowance({ ...standing, memberPieces, pieces: { a: left } }, wanted, {
        pieces: 0,
        fen: 0,
      })?.say;
    expect(say(2, 9)).toBe('每人还可买 2 件，超出限购按日常价');
    expect(say(9, 2)).toBe('活动仅剩 2 件，超出按日常价');
    expect(say(9, 0)).toBe('活动商品已抢完，按日常价');
  });

  it('that was not asked about a SKU has none left', () => {
    expect(overAllowance(standing, { ...wanted, skuId: 'b' }, { pieces: 0, fen: 0 })?.code).toBe(
      'used_up',
    );
  });
});

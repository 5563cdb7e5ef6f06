import { whyNotRunning } from '../../../../../cloudfunctions/domains/promotions/rules/standing';
import { promotionOf } from '../../../../support/quoted-facts';

const startsAt = Date.parse('2026-11-28T02:00:00Z');
const endsAt = startsAt + 1_000;
const promotion = promotionOf({ kind: 'nth', nth: 2, paysBp: 5_000 }, { startsAt, endsAt });
const code = (nowMs: number) => whyNotRunning(promotion, nowMs, null)?.code ?? null;

describe('a promotion', () => {
  it('runs from its first instant to before its last', () => {
    expect([startsAt - 1, startsAt, endsAt - 1, endsAt].map(code)).toEqual([
      'not_started',
      null,
      null,
      'ended',
    ]);
  });

  it('says when it begins, by the clock of the shop', () => {
    expect(whyNotRunning(promotion, startsAt - 1, null)?.say).toBe('11月28日 10:00 开始');
  });

  it.each([
    ['leftUses', 'used_up'],
    ['memberUses', 'limit_reached'],
  ])('whose %s are gone does not count', (name, why) => {
    const with_ = (left: number) => ({
      ...promotion,
      standing: { ...promotion.standing, [name]: left },
    });
    expect(whyNotRunning(with_(0), startsAt, null)?.code).toBe(why);
    expect(whyNotRunning(with_(1), startsAt, null)).toBeNull();
  });
});

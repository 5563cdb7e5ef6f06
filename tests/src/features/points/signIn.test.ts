import {
  comingDays,
  signedNow,
  signedSay,
  type SignInMonth,
} from '../../../../src/features/points/signIn';

const month: SignInMonth = {
  month: '2026-11',
  today: '2026-11-29',
  days: [{ day: '2026-11-28', points: 6 }],
  streak: 5,
  signedToday: false,
  nextPoints: 6,
  coming: [6, 30, 10, 10, 10, 10, 10],
  bonuses: [{ days: 7, say: '+20 积分' }],
};

describe('the coming days', () => {
  it('begin with today while it is open, and cross the month', () => {
    const days = comingDays(month);
    expect(days.map(({ name }) => name)).toEqual([
      '今天',
      '明天',
      '12.1',
      '12.2',
      '12.3',
      '12.4',
      '12.5',
    ]);
    expect(days.map(({ points }) => points)).toEqual(month.coming);
  });

  it('mark the day on which a streak gives more', () => {
    const marked = comingDays(month).filter(({ bonus }) => bonus);
    expect(marked.map(({ day }) => day)).toEqual(['2026-11-30']);
  });

  it('begin with tomorrow once today is signed, and the marked day stays the same', () => {
    const signed = signedNow(month);
    expect(comingDays(signed)[0]?.name).toBe('明天');
    expect(comingDays(signed).find(({ bonus }) => bonus)?.day).toBe('2026-11-30');
  });
});

describe('signing in before the shop answers', () => {
  it('marks today with what it gives and lengthens the streak', () => {
    const signed = signedNow(month);
    expect(signed).toMatchObject({ signedToday: true, streak: 6, nextPoints: 30 });
    expect(signed.days).toContainEqual({ day: '2026-11-29', points: 6 });
  });

  it('changes nothing on a day that is signed', () => {
    const signed = signedNow(month);
    expect(signedNow(signed)).toBe(signed);
  });
});

describe('what is said after signing in', () => {
  it('tells the points and the bonus, or that today was done before', () => {
    const answer = { points: 6, streak: 6, balance: 100, again: false, bonus: null };
    expect(signedSay(answer)).toBe('签到成功，得 6 积分');
    expect(signedSay({ ...answer, points: 30, bonus: '连续签到 7 天，多得 20 积分' })).toBe(
      '签到成功，得 30 积分，连续签到 7 天，多得 20 积分',
    );
    expect(signedSay({ ...answer, again: true })).toBe('今天已签到');
  });
});

import { channelText, rateText, visitsText } from '../../../../src/features/guides/words';

describe('the words of a guide’s desk', () => {
  it('say a rate without needless decimals', () => {
    expect([800, 850, 1_225, 0].map(rateText)).toEqual(['8%', '8.5%', '12.25%', '0%']);
  });

  it('name where a card was opened, and call an unknown place a card', () => {
    expect(['chat', 'group', 'timeline', 'poster', 'somewhere'].map(channelText)).toEqual([
      '单聊',
      '群聊',
      '朋友圈',
      '海报',
      '卡片',
    ]);
  });

  it('count people and, where they differ, how often they came', () => {
    expect(visitsText({ visitorsToday: 0, visitsToday: 0 })).toBe('今天还没有人来');
    expect(visitsText({ visitorsToday: 3, visitsToday: 3 })).toBe('今天 3 人来访');
    expect(visitsText({ visitorsToday: 3, visitsToday: 5 })).toBe('今天 3 人来访，共 5 次');
  });
});

import {
  countText,
  groupedText,
  shareText,
  shortCount,
  shortText,
} from '../../../../src/features/reports/amounts';

describe('amounts on the manager’s desk', () => {
  it('keep their thousands apart', () => {
    expect([0, 5, 99_999, 123_456_78, -1_234_567].map(groupedText)).toEqual([
      '¥0.00',
      '¥0.05',
      '¥999.99',
      '¥123,456.78',
      '-¥12,345.67',
    ]);
    expect([0, 999, 1_000, 1_234_567].map(countText)).toEqual(['0', '999', '1,000', '1,234,567']);
  });

  it('are short on an axis', () => {
    expect([0, 98_000, 999_900, 999_999, 1_200_000, 305_00_000_000].map(shortText)).toEqual([
      '¥0',
      '¥980',
      '¥9,999',
      '¥1万',
      '¥1.2万',
      '¥3.05亿',
    ]);
    expect(shortText(-50_000)).toBe('-¥500');
    expect([980, 9_999, 12_000].map(shortCount)).toEqual(['980', '9,999', '1.2万']);
  });

  it('say shares with one decimal at most', () => {
    expect([0, 800, 1_254, 1_256, 10_000].map(shareText)).toEqual([
      '0%',
      '8%',
      '12.5%',
      '12.6%',
      '100%',
    ]);
  });
});

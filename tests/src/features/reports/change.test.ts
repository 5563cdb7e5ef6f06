import { changeOf, changeText } from '../../../../src/features/reports/change';

describe('how a number moved', () => {
  it('is said in percent of what was before', () => {
    expect(changeOf(1_125, 1_000, 'count')).toEqual({ direction: 'up', words: '12.5%' });
    expect(changeOf(500, 1_000, 'money')).toEqual({ direction: 'down', words: '50%' });
    expect(changeOf(3_333, 1_000, 'count')).toEqual({ direction: 'up', words: '233%' });
    expect(changeOf(0, 7, 'count')).toEqual({ direction: 'down', words: '100%' });
  });

  it('is said in points for a share', () => {
    expect(changeOf(880, 800, 'share')).toEqual({ direction: 'up', words: '0.8 个百分点' });
    expect(changeOf(800, 801, 'share')).toEqual({ direction: 'down', words: '不到 0.1 个百分点' });
  });

  it('is the difference itself where there is nothing to take percents of', () => {
    expect(changeOf(32, 0, 'count')).toEqual({ direction: 'up', words: '32' });
    expect(changeOf(10_000, -5_000, 'money')).toEqual({ direction: 'up', words: '¥150.00' });
  });

  it('has no arrow when nothing moved, and an end where percents mean nothing', () => {
    expect(changeOf(0, 0, 'money')).toEqual({ direction: 'same', words: '持平' });
    expect(changeOf(100_000, 1, 'count').words).toBe('10 倍以上');
    expect(changeOf(100_001, 100_000, 'count').words).toBe('不到 0.1%');
  });

  it('is said without arrow and colour too', () => {
    expect(changeText({ direction: 'up', words: '12.5%' })).toBe('多 12.5%');
    expect(changeText({ direction: 'down', words: '3%' })).toBe('少 3%');
    expect(changeText({ direction: 'same', words: '持平' })).toBe('持平');
  });
});

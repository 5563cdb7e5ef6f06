import fc from 'fast-check';
import { makeLimiter } from '../../../cloudfunctions/platform/limits';

const times = (count: number, ask: () => boolean) =>
  Array.from({ length: count }, ask).filter(Boolean).length;

describe('a limiter', () => {
  it('lets a burst pass and refuses what follows', () => {
    const may = makeLimiter(5, 1);
    expect(times(8, () => may('fang', 0))).toBe(5);
  });

  it('lets pass again what was refilled meanwhile, and no more', () => {
    const may = makeLimiter(5, 2);
    times(5, () => may('fang', 0));
    expect(may('fang', 499)).toBe(false);
    expect(may('fang', 500)).toBe(true);
    expect(may('fang', 500)).toBe(false);
    expect(times(9, () => may('fang', 2_000))).toBe(3);
  });

  it('never gives more than the burst, however long nobody asked', () => {
    const may = makeLimiter(5, 50);
    times(5, () => may('fang', 0));
    expect(times(20, () => may('fang', 9_000_000))).toBe(5);
  });

  it('counts each caller alone', () => {
    const may = makeLimiter(1, 1);
    expect([may('fang', 0), may('fang', 0), may('qing', 0)]).toEqual([true, false, true]);
  });

  it('gives nothing for a clock that is set back', () => {
    const may = makeLimiter(2, 1);
    times(2, () => may('fang', 10_000));
    expect(may('fang', 0)).toBe(false);
  });

  it('over any stretch lets pass at most the burst and what refilled', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { maxLength: 200 }), (gaps) => {
        const may = makeLimiter(10, 5);
        let nowMs = 0;
        let passed = 0;
        for (const gap of gaps) {
          nowMs += gap;
          if (may('fang', nowMs)) passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(10 + (nowMs / 1_000) * 5 + 1e-6);
      }),
    );
  });

  it('holds who keeps asking, however many others ask meanwhile', () => {
    const may = makeLimiter(1, 1);
    const passed: boolean[] = [];
    for (let caller = 0; caller < 25_000; caller += 1) {
      may(`c${caller}`, 0);
      if (caller % 5_000 === 0) passed.push(may('fang', 0));
    }
    expect(passed).toEqual([true, false, false, false, false]);
  });

  it('forgets who has not asked for longest when very many ask', () => {
    const may = makeLimiter(1, 1);
    may('fang', 0);
    for (let caller = 0; caller < 10_000; caller += 1) may(`c${caller}`, 0);
    expect([may('c9999', 0), may('fang', 0)]).toEqual([false, true]);
  });
});

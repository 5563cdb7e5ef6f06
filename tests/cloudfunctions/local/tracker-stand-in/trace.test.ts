import fc from 'fast-check';
import { traceByClock } from '../../../../cloudfunctions/local/tracker-stand-in/trace';
import { day } from '../../../../cloudfunctions/kit/time';

const asked = (number: string, nowMs: number) => ({
  ...{ carrier: 'SF', number, phoneTail: '5678', sinceMs: 1_000, nowMs },
});

describe('the stand-in for carriers', () => {
  it('takes nothing back: what it said earlier stands at the start of what it says later', () => {
    const instant = fc.integer({ min: 0, max: 3 * day });
    fc.assert(
      fc.property(fc.string(), instant, instant, (number, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        const before = traceByClock(asked(number, early));
        const after = traceByClock(asked(number, late));
        expect(after.steps.slice(0, before.steps.length)).toEqual(before.steps);
        for (const { atMs } of after.steps) expect(atMs).toBeLessThanOrEqual(late);
      }),
    );
  });

  it('brings every parcel to its door within two days', () => {
    fc.assert(
      fc.property(fc.string(), (number) => {
        expect(traceByClock(asked(number, 1_000)).state).toBe('waiting');
        expect(traceByClock(asked(number, 2 * day)).state).toBe('signed');
      }),
    );
  });
});

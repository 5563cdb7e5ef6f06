import fc from 'fast-check';
import {
  whyNotSend,
  type GateFacts,
} from '../../../../../cloudfunctions/domains/messaging/rules/gate';
import {
  day,
  hour,
  minute,
  startOfDay,
  startOfMonth,
} from '../../../../../cloudfunctions/kit/time';

const offsetMinutes = 480;
const noon = Date.parse('2026-11-20T04:00:00Z');
const terms = {
  ...{ marketingPerDay: 1, marketingPerMonth: 4, offsetMinutes },
  ...{ quietFrom: 22 * 60, quietUntil: 8 * 60 },
};
const open: GateFacts = {
  ...{ marketing: true, goodUntil: null, hasTemplate: true, accepted: true, optedOut: false },
  ...{ quotaLeft: 1, wentToday: 0, wentThisMonth: 0, terms },
};
const gate = (change: Partial<GateFacts>, nowMs = noon) =>
  whyNotSend({ ...open, ...change }, nowMs);
const never = (reason: string) => ({ reason, until: null });

describe('the gate', () => {
  it('lets a message through that nothing speaks against', () => {
    expect(gate({})).toBeNull();
    expect(gate({ marketing: false })).toBeNull();
  });

  it.each<[string, Partial<GateFacts>, string]>([
    ['after its time', { goodUntil: noon }, 'too_late'],
    ['without a template', { hasTemplate: false }, 'no_template'],
    ['of a template that she never accepted', { accepted: false }, 'not_accepted'],
    ['when none is left', { quotaLeft: 0 }, 'no_quota'],
  ])('holds any message %s', (_when, change, reason) => {
    expect(gate(change)).toEqual(never(reason));
    expect(gate({ ...change, marketing: false })).toEqual(never(reason));
  });

  it.each<[string, Partial<GateFacts>, string]>([
    ['to whom wants none', { optedOut: true }, 'opted_out'],
    ['beyond the day’s cap', { wentToday: 1, wentThisMonth: 1 }, 'cap_day'],
    ['beyond the month’s cap', { wentThisMonth: 4 }, 'cap_month'],
  ])('holds marketing %s, and no word about her order', (_when, change, reason) => {
    expect(gate(change)).toEqual(never(reason));
    expect(gate({ ...change, marketing: false })).toBeNull();
  });

  it('needs no quota where the channel counts none, or the message has its own', () => {
    expect(gate({ quotaLeft: null })).toBeNull();
  });

  it('lets marketing wait for the morning, on both sides of midnight', () => {
    const at = (text: string) => Date.parse(`2026-11-${text}:00+08:00`);
    const morning = (date: string) => ({ reason: 'quiet_hours', until: at(`${date}T08:00`) });
    expect(gate({}, at('20T21:59'))).toBeNull();
    expect(gate({}, at('20T22:00'))).toEqual(morning('21'));
    expect(gate({}, at('20T23:59'))).toEqual(morning('21'));
    expect(gate({}, at('21T00:00'))).toEqual(morning('21'));
    expect(gate({}, at('21T07:59'))).toEqual(morning('21'));
    expect(gate({}, at('21T08:00'))).toBeNull();
    expect(gate({ marketing: false }, at('21T03:00'))).toBeNull();
  });

  it('knows a quiet time within a day, and none', () => {
    const siesta = { ...terms, quietFrom: 12 * 60, quietUntil: 14 * 60 };
    expect(gate({ terms: siesta })).toEqual({ reason: 'quiet_hours', until: noon + 2 * hour });
    expect(gate({ terms: siesta }, noon + 2 * hour)).toBeNull();
    expect(gate({ terms: { ...terms, quietFrom: 0, quietUntil: 0 } }, noon - 9 * hour)).toBeNull();
  });
});

interface Went {
  atMs: number;
  marketing: boolean;
}

/** Sends what comes in by the gate alone, as a shop would: what went, with a ledger of accepts beside it. */
function played(wanted: readonly { afterMs: number; marketing: boolean; accepts: boolean }[]) {
  const went: Went[] = [];
  let quotaLeft = 0;
  let accepts = 0;
  let nowMs = noon;
  for (const { afterMs, marketing, accepts: more } of wanted) {
    nowMs += afterMs;
    if (more) {
      quotaLeft += 1;
      accepts += 1;
    }
    const since = (fromMs: number) =>
      went.filter((one) => one.marketing && one.atMs >= fromMs).length;
    const facts = {
      ...open,
      ...{ marketing, quotaLeft, accepted: accepts > 0 },
      wentToday: since(startOfDay(nowMs, offsetMinutes)),
      wentThisMonth: since(startOfMonth(nowMs, offsetMinutes)),
    };
    if (whyNotSend(facts, nowMs) !== null) continue;
    quotaLeft -= 1;
    went.push({ atMs: nowMs, marketing });
  }
  return { went, accepts };
}

const wanted = fc.array(
  fc.record({
    afterMs: fc.integer({ min: 0, max: 2 * day }),
    marketing: fc.boolean(),
    accepts: fc.boolean(),
  }),
  { maxLength: 120 },
);

const counted = (went: readonly Went[], keyOf: (atMs: number) => number) => {
  const counts = new Map<number, number>();
  for (const { atMs, marketing } of went) {
    if (marketing) counts.set(keyOf(atMs), (counts.get(keyOf(atMs)) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
};

describe('whatever comes in whatever order', () => {
  it('no more goes than was accepted', () => {
    fc.assert(
      fc.property(wanted, (list) => {
        const { went, accepts } = played(list);
        expect(went.length).toBeLessThanOrEqual(accepts);
      }),
    );
  });

  it('no more marketing goes in a day and a month than the caps allow, and none at night', () => {
    fc.assert(
      fc.property(wanted, (list) => {
        const { went } = played(list);
        expect(counted(went, (atMs) => startOfDay(atMs, offsetMinutes))).toBeLessThanOrEqual(1);
        expect(counted(went, (atMs) => startOfMonth(atMs, offsetMinutes))).toBeLessThanOrEqual(4);
        for (const { atMs, marketing } of went) {
          const at = (atMs - startOfDay(atMs, offsetMinutes)) / minute;
          if (marketing) expect(at >= 8 * 60 && at < 22 * 60).toBe(true);
        }
      }),
    );
  });

  it('what waits for the end of the quiet time may go then', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 * day }),
        fc.integer({ min: 0, max: 1_440 }),
        fc.integer({ min: 0, max: 1_440 }),
        (afterMs, quietFrom, quietUntil) => {
          const own = { ...terms, quietFrom, quietUntil };
          const held = gate({ terms: own }, noon + afterMs);
          if (held === null) return;
          expect(held.until).toBeGreaterThan(noon + afterMs);
          expect(held.until).toBeLessThanOrEqual(noon + afterMs + day);
          const then = gate({ terms: own }, held.until ?? 0);
          // A quiet time of a whole day has no end but the next one.
          if (!(quietFrom === 0 && quietUntil === 1_440)) expect(then).toBeNull();
        },
      ),
    );
  });
});

it('a month begins with its first day in the shop’s zone', () => {
  expect(startOfMonth(noon, offsetMinutes)).toBe(Date.parse('2026-11-01T00:00:00+08:00'));
  const eve = Date.parse('2026-11-30T23:59:59+08:00');
  expect(startOfMonth(eve, offsetMinutes)).toBe(Date.parse('2026-11-01T00:00:00+08:00'));
  expect(startOfMonth(eve + 1_000, offsetMinutes)).toBe(Date.parse('2026-12-01T00:00:00+08:00'));
});

import fc from 'fast-check';
import { step } from '../../../../../cloudfunctions/kit/flow';
import {
  afterSaleFlow,
  isClaiming,
  isEnded,
  type AfterSaleKind,
  type AfterSaleState,
  type AfterSaleStep,
} from '../../../../../cloudfunctions/domains/after-sales/flow';
import {
  againUntilOf,
  dueOf,
  stepsFor,
  stepWhenDue,
  whyNotStep,
  type Hand,
  type Standing,
} from '../../../../../cloudfunctions/domains/after-sales/rules/steps';
import {
  eventText,
  kindNames,
  reasonText,
  stateName,
} from '../../../../../cloudfunctions/domains/after-sales/rules/words';
import { memberNotice } from '../../../../../cloudfunctions/domains/after-sales/rules/notices';
import { ShopSettings } from '../../../../../cloudfunctions/domains/settings';
import { day } from '../../../../../cloudfunctions/kit/time';

const nowMs = 1_000_000;
const states = Object.keys(afterSaleFlow) as AfterSaleState[];
const kinds = Object.keys(kindNames) as AfterSaleKind[];
const all = [...new Set(states.flatMap((state) => Object.keys(afterSaleFlow[state])))];
const steps = all as AfterSaleStep[];
const spans = ShopSettings.parse({}).orders;

function standing(more: Partial<Standing> = {}): Standing {
  return {
    ...{ kind: 'return_refund' as const, state: 'asked' as const, escalated: false },
    ...{ againUntil: null, dueAt: nowMs + 1, returnNumber: null },
    ...more,
  };
}

const code = (of: Standing, taken: AfterSaleStep, hand: Hand) =>
  whyNotStep(of, taken, hand, nowMs)?.code ?? null;

const anyStanding = fc.record({
  kind: fc.constantFrom(...kinds),
  state: fc.constantFrom(...states),
  escalated: fc.boolean(),
  againUntil: fc.constantFrom(null, nowMs, nowMs + 1),
  dueAt: fc.constantFrom(null, nowMs, nowMs + 1),
  returnNumber: fc.constantFrom(null, 'SF12345'),
});
const anyHand = fc.constantFrom<Hand>('shopper', 'manager', 'timer', 'wechat');

describe('a step of an after-sale', () => {
  it('is never one that the life does not have, whoever takes it', () => {
    fc.assert(
      fc.property(anyStanding, fc.constantFrom(...steps), anyHand, (of, taken, hand) => {
        if (step(afterSaleFlow, of.state, taken) === null)
          expect(whyNotStep(of, taken, hand, nowMs)).not.toBeNull();
      }),
    );
  });

  it('is the shopper’s or the shop’s as the buttons say, and no other', () => {
    fc.assert(
      fc.property(
        anyStanding,
        fc.constantFrom('shopper' as const, 'manager' as const),
        (of, hand) => {
          const offered = stepsFor(of, hand, nowMs);
          const may = steps.filter((taken) => code(of, taken, hand) === null);
          // Money is set going by agreeing or receiving, and its end is not for people to say.
          const own = may.filter(
            (taken) => taken !== 'refund' && !(of.state === 'refunding' && taken === 'finish'),
          );
          expect([...offered].sort()).toEqual([...own].sort());
        },
      ),
    );
  });

  it('of the clock is taken only when its time has come', () => {
    fc.assert(
      fc.property(anyStanding, (of) => {
        const due = stepWhenDue(of);
        if (due === null) return;
        const objection = whyNotStep(of, due, 'timer', nowMs);
        if (of.dueAt === null || of.dueAt > nowMs) expect(objection).not.toBeNull();
        const possible = of.kind !== 'refund_only' || !['agreed', 'returned'].includes(of.state);
        if (of.dueAt === nowMs && possible) expect(objection).toBeNull();
      }),
    );
  });

  it.each<[AfterSaleStep, Hand, Partial<Standing>, string | null]>([
    ['agree', 'shopper', {}, 'not_yours'],
    ['withdraw', 'manager', {}, 'not_yours'],
    ['withdraw', 'shopper', { state: 'agreed' }, null],
    ['withdraw', 'shopper', { state: 'returned' }, 'cannot_step'],
    ['agree', 'manager', {}, null],
    ['agree', 'manager', { state: 'agreed' }, 'cannot_step'],
    ['agree', 'manager', { returnNumber: 'SF12345' }, 'cannot_step'],
    ['resume', 'manager', { returnNumber: 'SF12345' }, null],
    ['give_tracking', 'shopper', { state: 'agreed' }, null],
    ['give_tracking', 'shopper', { state: 'agreed', kind: 'refund_only' }, 'cannot_step'],
    ['receive', 'manager', { state: 'agreed' }, null],
    ['receive', 'manager', { state: 'returned' }, null],
    ['refund', 'manager', { state: 'agreed' }, 'cannot_step'],
    ['refund', 'manager', { state: 'agreed', kind: 'refund_only' }, null],
    ['refund', 'manager', { state: 'received', kind: 'exchange' }, 'cannot_step'],
    ['send', 'manager', { state: 'received' }, 'cannot_step'],
    ['send', 'manager', { state: 'received', kind: 'exchange' }, null],
    ['finish', 'shopper', { state: 'refunding' }, 'cannot_step'],
    ['finish', 'wechat', { state: 'refunding' }, null],
    ['finish', 'wechat', { state: 'sent', kind: 'exchange' }, 'cannot_step'],
    ['finish', 'shopper', { state: 'sent', kind: 'exchange' }, null],
    ['again', 'shopper', { state: 'refused', againUntil: nowMs + 1 }, null],
    ['again', 'shopper', { state: 'refused', againUntil: nowMs }, 'again_late'],
    ['again', 'shopper', { state: 'refused', escalated: true }, 'again_once'],
  ])('%s by the %s of %j: %s', (taken, hand, of, expected) => {
    expect(code(standing(of), taken, hand)).toBe(expected);
  });
});

describe('deadlines', () => {
  it('give the shop 3 days to answer, the shopper 7 to send, and whoever gets a parcel 10', () => {
    expect(dueOf('asked', nowMs, spans)).toBe(nowMs + 3 * day);
    expect(dueOf('agreed', nowMs, spans)).toBe(nowMs + 7 * day);
    expect(dueOf('returned', nowMs, spans)).toBe(nowMs + 10 * day);
    expect(dueOf('sent', nowMs, spans)).toBe(nowMs + 10 * day);
  });

  it('stand exactly in the states in which the clock acts', () => {
    for (const state of states)
      expect([state, dueOf(state, nowMs, spans) !== null]).toEqual([
        ...[state, stepWhenDue(standing({ state })) !== null],
      ]);
  });

  it('let a refused one be asked again within the window, and no shorter than the shop had', () => {
    expect(againUntilOf(null, nowMs, spans)).toBe(nowMs + 3 * day);
    expect(againUntilOf(nowMs - 1, nowMs, spans)).toBe(nowMs + 3 * day);
    expect(againUntilOf(nowMs + 5 * day, nowMs, spans)).toBe(nowMs + 5 * day);
  });
});

describe('words', () => {
  it('are there for every state, step and kind, and none is empty', () => {
    for (const kind of kinds) {
      for (const state of states) expect(stateName(kind, state)).toMatch(/\p{Script=Han}{2}/u);
      expect(reasonText(kind, 'no_such_reason')).toBe('其他原因');
    }
    for (const actor of ['shopper', 'manager', 'timer'])
      for (const taken of steps) {
        const said = eventText({ step: taken, actor, reason: '' });
        expect(said).not.toBe('售后有更新');
        expect(eventText({ step: taken, actor, reason: '原因' })).toBe(`${said}：原因`);
      }
  });

  it('tell the shopper once that money is back: here, or by the payments room', () => {
    const finish = (wechatFen: number) => ({
      ...{ kind: 'return_refund' as const, step: 'finish', actor: 'wechat', refusal: '' },
      ...{ total: '¥1.00', wechatFen },
    });
    expect(memberNotice(finish(100), day)).toBeNull();
    expect(memberNotice(finish(0), day)?.body).toContain('¥1.00');
  });
});

describe('the states', () => {
  it('claim units until money goes or the after-sale ends', () => {
    for (const state of states)
      expect([state, isClaiming(state)]).toEqual([state, !isEnded(state) && state !== 'refunding']);
  });
});

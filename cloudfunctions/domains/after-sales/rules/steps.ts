import { step } from '../../../kit/flow';
import type { Refusal } from '../../../kit/refusal';
import {
  afterSaleFlow,
  type AfterSaleKind,
  type AfterSaleState,
  type AfterSaleStep,
} from '../flow';
import { refuse } from '../refusals';

/** Who acts on an after-sale. */
export type Hand = 'shopper' | 'manager' | 'timer' | 'wechat';

/** An after-sale as far as its steps go; instants in ms. */
export interface Standing {
  kind: AfterSaleKind;
  state: AfterSaleState;
  escalated: boolean;
  againUntil: number | null;
  dueAt: number | null;
  returnNumber: string | null;
}

const hands: Readonly<Record<AfterSaleStep, readonly Hand[]>> = {
  agree: ['manager', 'timer'],
  resume: ['manager', 'timer'],
  refuse: ['manager', 'timer'],
  withdraw: ['shopper'],
  lapse: ['timer'],
  give_tracking: ['shopper'],
  receive: ['manager', 'timer'],
  send: ['manager'],
  refund: ['manager', 'timer'],
  finish: ['shopper', 'manager', 'timer', 'wechat'],
  again: ['shopper'],
};

/** Why `hand` may not take a step now, or null when it may. The timer acts only once something is due. */
export function whyNotStep(
  standing: Standing,
  taken: AfterSaleStep,
  hand: Hand,
  nowMs: number,
): Refusal | null {
  if (!hands[taken].includes(hand)) return refuse('not_yours');
  const { state } = standing;
  if (step(afterSaleFlow, state, taken) === null || !fits(standing, taken, hand))
    return refuse('cannot_step');
  if (taken === 'again') {
    if (standing.escalated) return refuse('again_once');
    if ((standing.againUntil ?? 0) <= nowMs) return refuse('again_late');
  }
  const byClock = hand === 'timer' && taken !== 'refund' && state !== 'refunding';
  const early = standing.dueAt === null || standing.dueAt > nowMs;
  return byClock && early ? refuse('cannot_step') : null;
}

/** Whether a step belongs to the kind, and to where its goods are. */
function fits({ kind, state, returnNumber }: Standing, taken: AfterSaleStep, hand: Hand): boolean {
  switch (taken) {
    case 'agree':
      return returnNumber === null;
    case 'resume':
      return returnNumber !== null;
    case 'give_tracking':
    case 'receive':
    case 'lapse':
      return kind !== 'refund_only';
    case 'send':
      return kind === 'exchange';
    case 'refund':
      return kind === (state === 'agreed' ? 'refund_only' : 'return_refund');
    case 'finish':
      // Nobody says that her money is back but who sent it; that she has the goods, she or the clock.
      return state === 'sent' ? hand === 'shopper' || hand === 'timer' : hand !== 'shopper';
    default:
      return true;
  }
}

/** The spans that deadlines are made of, in ms. */
export interface Spans {
  silentMerchantMs: number;
  returnWithinMs: number;
  confirmReceiptMs: number;
}

/**
 * Until when somebody must act in a state that begins at `nowMs`, in ms; null where nothing happens by itself. The
 * shop has as long to inspect what came back as a shopper has for what was sent to her.
 */
export function dueOf(state: AfterSaleState, nowMs: number, spans: Spans): number | null {
  if (state === 'asked') return nowMs + spans.silentMerchantMs;
  if (state === 'agreed') return nowMs + spans.returnWithinMs;
  if (state === 'returned' || state === 'sent') return nowMs + spans.confirmReceiptMs;
  return null;
}

/** Until when a refused after-sale may be asked again: as long as the window, and as the shop had to answer. */
export function againUntilOf(
  windowEndsAt: number | null,
  nowMs: number,
  { silentMerchantMs }: Pick<Spans, 'silentMerchantMs'>,
): number {
  return Math.max(windowEndsAt ?? 0, nowMs + silentMerchantMs);
}

/** What the clock does in a state whose time is over; null where it does nothing. */
export function stepWhenDue({ state, returnNumber }: Standing): AfterSaleStep | null {
  if (state === 'asked') return returnNumber === null ? 'agree' : 'resume';
  if (state === 'agreed') return 'lapse';
  if (state === 'returned') return 'receive';
  return state === 'sent' ? 'finish' : null;
}

const shopperSteps = ['withdraw', 'give_tracking', 'again', 'finish'] as const;
const managerSteps = ['agree', 'resume', 'refuse', 'receive', 'send'] as const;

/** The steps that a shopper or the shop may take now: what buttons stand below an after-sale. */
export function stepsFor(
  standing: Standing,
  hand: 'shopper' | 'manager',
  nowMs: number,
): AfterSaleStep[] {
  const all: readonly AfterSaleStep[] = hand === 'shopper' ? shopperSteps : managerSteps;
  return all.filter((taken) => whyNotStep(standing, taken, hand, nowMs) === null);
}

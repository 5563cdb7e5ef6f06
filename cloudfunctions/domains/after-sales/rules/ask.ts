import type { Refusal } from '../../../kit/refusal';
import { sendableUnits, type SendableLine } from '../../orders/rules/life';
import { returnableUnits } from '../../orders/rules/refund';
import type { OrderState } from '../../orders/flow';
import type { AfterSaleKind } from '../flow';
import { refuse } from '../refusals';
import { reasonsOf } from './words';

/** A line of an order as far as after-sales go. */
export type AskableLine = SendableLine & { kind: 'bought' | 'add_on' | 'gift' };

/** Units that an open after-sale is about; `unsent` of them had not been sent when it was asked. */
export interface ClaimedUnits {
  line: number;
  quantity: number;
  unsent: number;
}

/** All that decides whether an after-sale may be asked. */
export interface AskFacts {
  order: { state: OrderState; windowEndsAt: number | null };
  lines: readonly AskableLine[];
  /** What open after-sales of the order are about. */
  claimed: readonly ClaimedUnits[];
  /** How many after-sales the order has had. */
  before: number;
}

/** What is asked. */
export interface Asked {
  kind: AfterSaleKind;
  reason: string;
  units: readonly { line: number; quantity: number }[];
}

const mostOfOrder = 40;

/** Units of a line that may still be asked for: not sent yet, and sent ones that may come back. */
export function leftToAsk(line: AskableLine, claimed: readonly ClaimedUnits[]) {
  const sentClaimed = claimed
    .filter((one) => one.line === line.line)
    .reduce((sum, { quantity, unsent }) => sum + quantity - unsent, 0);
  return { unsent: sendableUnits(line), sent: returnableUnits(line) - sentClaimed };
}

/**
 * Why a shopper may ask for nothing of this order at `nowMs`, or null when she may: she may from payment until her
 * window is over. The shop itself may open one for any order that was paid and is not closed.
 */
export function whyNotOpen(
  { state, windowEndsAt }: AskFacts['order'],
  by: 'shopper' | 'manager',
  nowMs: number,
): Refusal | null {
  if (state === 'unpaid' || state === 'teaming' || state === 'closed') return refuse('cannot_ask');
  const over = state === 'completed' || (windowEndsAt !== null && windowEndsAt <= nowMs);
  return by === 'shopper' && over ? refuse('window_over') : null;
}

/** Why units may not be asked for, or null when they may. Goods come back only after they were sent. */
export function whyNotUnits(facts: AskFacts, { kind, units }: Omit<Asked, 'reason'>) {
  if (units.length === 0) return refuse('nothing_asked');
  if (new Set(units.map(({ line }) => line)).size < units.length) return refuse('no_such_line');
  const found = units.map(({ line }) => facts.lines.find((one) => one.line === line));
  if (found.includes(undefined)) return refuse('no_such_line');
  for (const { line, quantity } of units) {
    const bought = facts.lines.find((one) => one.line === line);
    if (bought === undefined) return refuse('no_such_line');
    const { unsent, sent } = leftToAsk(bought, facts.claimed);
    const left = kind === 'refund_only' ? unsent + sent : sent;
    if (quantity < 1 || quantity > left) return refuse('too_many_units', { line, left });
  }
  return found.every((line) => line?.kind === 'gift') ? refuse('only_gifts') : null;
}

/** Why an after-sale may not be asked, or null when it may. */
export function whyNotAsk(
  facts: AskFacts,
  asked: Asked,
  { by, nowMs }: { by: 'shopper' | 'manager'; nowMs: number },
): Refusal | null {
  const objection = whyNotOpen(facts.order, by, nowMs);
  if (objection !== null) return objection;
  if (facts.before >= mostOfOrder && by === 'shopper') return refuse('too_often');
  if (!Object.hasOwn(reasonsOf[asked.kind], asked.reason)) return refuse('wrong_reason');
  return whyNotUnits(facts, asked);
}

import type { Refusal } from '../../../kit/refusal';
import { sendableUnits, type SendableLine } from '../../orders/rules/life';
import { refuse } from '../refusals';

/** A line as the staff sees it. */
interface ShownLine extends SendableLine {
  title: string;
  specText: string;
  pictureUrl: string;
}

/** What of a line can still leave. */
export function goodsView(line: ShownLine) {
  const { title, specText, pictureUrl, quantity, askedQuantity } = line;
  return {
    ...{ line: line.line, title, specText, pictureUrl, quantity },
    left: sendableUnits(line),
    asked: askedQuantity,
  };
}

/** Why a rider cannot take goods, or null when he can. */
export function whyNotSendOut(
  order: { state: string },
  lines: readonly SendableLine[],
): Refusal | null {
  if (order.state !== 'paid') return refuse('cannot_send_out');
  if (lines.some(({ askedQuantity }) => askedQuantity > 0)) return refuse('refund_asked');
  return lines.some((line) => sendableUnits(line) > 0) ? null : refuse('cannot_send_out');
}

/** Why goods cannot be handed over at the counter, or null when they can. */
export function whyNotHandOver(
  order: { state: string; delivery: string },
  lines: readonly SendableLine[],
): Refusal | null {
  if (order.delivery !== 'pickup') return refuse('not_pickup');
  if (order.state !== 'paid') return refuse('cannot_hand_over');
  if (lines.some(({ askedQuantity }) => askedQuantity > 0)) return refuse('refund_asked');
  return lines.some((line) => sendableUnits(line) > 0) ? null : refuse('cannot_hand_over');
}

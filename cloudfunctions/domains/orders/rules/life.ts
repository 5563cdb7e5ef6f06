import { step } from '../../../kit/flow';
import type { Refusal } from '../../../kit/refusal';
import { orderFlow, type OrderState } from '../flow';
import { refuse } from '../refusals';
import { refundableUnits, unsentUnits, type RefundableLine, type Units } from './refund';

/** A line as far as sending goes. */
export type SendableLine = RefundableLine & { askedQuantity: number };

/** Units of a line that may be sent now: neither sent nor refunded, and nobody asks their money back. */
export function sendableUnits(line: SendableLine): number {
  return unsentUnits(line) - line.askedQuantity;
}

/** Why `units` of an order may not be sent, or null when they may. */
export function whyNotShip(
  order: { state: OrderState },
  lines: readonly SendableLine[],
  units: readonly Units[],
): Refusal | null {
  if (step(orderFlow, order.state, 'ship') === null) return refuse('cannot_ship');
  if (units.length === 0) return refuse('nothing_to_ship');
  for (const { line, quantity } of units) {
    const found = lines.find((one) => one.line === line);
    if (found === undefined) return refuse('no_such_line', { line });
    if (quantity > unsentUnits(found)) return refuse('too_many_units', { line });
    if (quantity > sendableUnits(found)) return refuse('refund_asked', { line });
  }
  return null;
}

/** Whether nothing is left to send, and something was sent. */
export function isAllSent(lines: readonly SendableLine[]): boolean {
  return (
    lines.every((line) => unsentUnits(line) === 0) && lines.some((line) => line.shippedQuantity > 0)
  );
}

/** Why receipt may not be confirmed, or null when it may. */
export function whyNotReceive(order: { state: OrderState }): Refusal | null {
  return step(orderFlow, order.state, 'receive') === null ? refuse('cannot_receive') : null;
}

/** Why a shopper may not put off the confirmation, or null when she may: once, while the goods are on their way. */
export function whyNotExtend(order: { state: OrderState; extended: boolean }): Refusal | null {
  if (order.state !== 'shipped') return refuse('cannot_extend');
  return order.extended ? refuse('extended_before') : null;
}

/**
 * Why `units` of an order may not be refunded, or null when they may. A completed order's may be as well: the shop
 * may always be kinder than the window.
 */
export function whyNotRefund(
  order: { state: OrderState; paidAt: number | null },
  lines: readonly RefundableLine[],
  units: readonly Units[],
): Refusal | null {
  const over = order.state === 'unpaid' || order.state === 'closed' || order.state === 'teaming';
  if (order.paidAt === null || over) return refuse('cannot_refund');
  if (units.length === 0) return refuse('nothing_to_refund');
  if (new Set(units.map(({ line }) => line)).size < units.length) return refuse('no_such_line');
  for (const { line, quantity } of units) {
    const found = lines.find((one) => one.line === line);
    if (found === undefined) return refuse('no_such_line', { line });
    if (quantity > refundableUnits(found)) return refuse('too_many_units', { line });
  }
  return null;
}

import type { Refusal } from '../../../kit/refusal';
import { refuse } from '../refusals';

/** An order as far as its invoice goes; amounts in fen. */
export interface Invoiced {
  state: string;
  paidAt: number | null;
  payableFen: number;
  refundedFen: number;
  storedGiftFen: number;
}

/**
 * What an invoice of an order is made out for, in fen: what was paid and did not go back. Gifts of the wallet were paid
 * by nobody; refunds reach them last, so they are taken off what is left.
 */
export function invoiceFen({ payableFen, refundedFen, storedGiftFen }: Invoiced): number {
  return Math.max(0, payableFen - refundedFen - storedGiftFen);
}

/** Why no invoice may be asked for, or null when one may. */
export function whyNotInvoice(order: Invoiced): Refusal | null {
  if (order.paidAt === null || order.state === 'unpaid') return refuse('no_invoice_yet');
  return invoiceFen(order) === 0 ? refuse('nothing_to_invoice') : null;
}

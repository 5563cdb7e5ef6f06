import type { Output } from '../../cloud';

export type PaymentAnswer = Output<'orders.checkPayment'>;

/** How the result of a payment stands on the screen. */
export type PaymentPhase = 'asking' | 'paid' | 'notPaid' | 'closed';

/** Waits before each further question, in ms: growing, since the answer mostly comes at once or late. */
export const waitsMs: readonly number[] = [1_000, 2_000, 3_000, 5_000, 8_000, 13_000];

/** After this many answers without money the screen offers to pay again, and goes on asking quietly. */
const patience = 2;

/**
 * What to show after the `asked`-th answer (from 1), and how long to wait before the next question;
 * null when nothing more is asked by itself.
 */
export function afterAnswer(
  answer: PaymentAnswer,
  asked: number,
): { phase: PaymentPhase; waitMs: number | null } {
  if (answer.paid) return { phase: 'paid', waitMs: null };
  const waitMs = waitsMs[asked - 1] ?? null;
  if (answer.state === 'closed') return { phase: 'closed', waitMs };
  return { phase: asked < patience ? 'asking' : 'notPaid', waitMs };
}

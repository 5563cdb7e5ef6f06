import { newId } from '../../../platform/ids';
import type { World } from '../../registry';
import { addDoubt } from '../store/doubts';

/** Notes money that cannot be believed, for people to look at; said in the log as an error. */
export async function noteDoubt(
  { db, shop, nowMs, log }: World,
  doubt: {
    number: string;
    transactionId: string;
    problem: string;
    facts: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  await addDoubt(db, { shopId: shop.shopId, doubtId: newId(), noticedAt: nowMs, ...doubt });
  log.error('pay.doubt', { problem: doubt.problem, number: doubt.number });
}

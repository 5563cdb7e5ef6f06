import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { PaymentTables } from '../tables';

/** Notes money that cannot be believed, once per transaction and problem. */
export async function addDoubt(
  db: Queries<Tables>,
  row: PaymentTables['paymentDoubts'],
): Promise<void> {
  await db
    .insertInto('paymentDoubts')
    .values({ ...row, facts: JSON.stringify(row.facts) })
    .onConflict((conflict) => conflict.columns(['shopId', 'transactionId', 'problem']).doNothing())
    .execute();
}

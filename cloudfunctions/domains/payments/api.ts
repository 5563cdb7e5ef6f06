import { Done } from '../members/schema';
import { procedure } from '../registry';
import { ListStuck, RefundId, StuckPage } from './schema';
import { retryRefund } from './usecases/refunds';
import { listStuckRefunds } from './usecases/stuck';

/** What the payments room offers to the phone. */
export const paymentsApi = {
  'payments.stuck': procedure({
    for: ['manager'],
    about: 'Refunds that failed or are not back after an hour',
    input: ListStuck,
    output: StuckPage,
    run: listStuckRefunds,
  }),
  'payments.retryRefund': procedure({
    for: ['manager'],
    about: 'Sets a refund going again: now, and under a new number when WeChat closed the old one',
    input: RefundId,
    output: Done,
    run: retryRefund,
  }),
};

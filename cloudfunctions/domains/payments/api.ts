import { Done } from '../members/schema';
import { procedure } from '../registry';
import {
  BillPage,
  BillWithRows,
  ListBills,
  ListStuck,
  RefundId,
  ShowBill,
  StuckPage,
} from './schema';
import { showBill, showBills } from './usecases/bills';
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
  'payments.bills': procedure({
    for: ['manager'],
    about: 'Days of WeChat Pay’s bills, and how they compared with the shop’s books',
    input: ListBills,
    output: BillPage,
    run: showBills,
  }),
  'payments.bill': procedure({
    for: ['manager'],
    about: 'One day’s bill with what differs',
    input: ShowBill,
    output: BillWithRows,
    run: showBill,
  }),
};

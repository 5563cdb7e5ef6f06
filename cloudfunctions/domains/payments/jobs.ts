import { moneyText } from '../../kit/money';
import { tellMember } from '../members/usecases/profile';
import type { Events, Tx, World } from '../registry';

/** Money is back where it came from: the member is told. */
export async function afterRefunded(
  world: World,
  tx: Tx,
  { orderId, memberId, amountFen }: Events['payments.refunded'],
): Promise<void> {
  const body = `${moneyText(amountFen)} 已原路退回您的付款账户`;
  await tellMember(world, tx, { memberId, kind: 'refund', title: '退款到账', body, orderId });
}

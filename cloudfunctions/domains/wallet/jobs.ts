import { moneyText } from '../../kit/money';
import { tellMember } from '../members/usecases/profile';
import type { Events, Tx, World } from '../registry';
import { closeRecharge, findOverdue, findRechargeById } from './store';
import { endRechargePayment } from './usecases/settle';

const batch = 50;

/**
 * Closes unpaid recharges whose time is over; answers how many. WeChat Pay is asked to close first, so that money
 * on its way is found; when it does not answer, the recharge closes all the same and late money still counts.
 */
export async function closeOverdueRecharges(world: World): Promise<number> {
  const { db, shop, nowMs, log } = world;
  let closed = 0;
  for (const { rechargeId, number } of await findOverdue(db, shop.shopId, nowMs, batch)) {
    try {
      const ended = await endRechargePayment(world, number);
      if (ended && (await closeRecharge(db, shop.shopId, rechargeId))) closed += 1;
    } catch (fault) {
      // A recharge that cannot be closed keeps none of the others open.
      const reason = fault instanceof Error ? fault.message : String(fault);
      log.error('recharge.not_closed', { recharge: rechargeId, reason });
    }
  }
  return closed;
}

/** A recharge is in the wallet: the member is told. */
export async function afterRecharged(
  world: World,
  tx: Tx,
  { rechargeId, memberId }: Events['wallet.recharged'],
): Promise<void> {
  const recharge = await findRechargeById(tx, world.shop.shopId, rechargeId);
  if (recharge === undefined) return;
  const { principalFen, giftFen } = recharge;
  const gift = giftFen > 0 ? `，另赠 ${moneyText(giftFen)}` : '';
  const body = `已储值 ${moneyText(principalFen)}${gift}，可在下单时使用`;
  await tellMember(world, tx, {
    memberId,
    kind: 'recharge',
    title: '储值到账',
    body,
    orderId: null,
  });
}

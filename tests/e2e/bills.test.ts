import { sql } from 'kysely';
import { newId } from '../../cloudfunctions/platform/ids';
import { shot, testBrowser } from '../support/browser';
import { testShop } from '../support/shop';
import { personAt } from './person';

const shop = testShop();
const browser = testBrowser();

/** Lets something go wrong at WeChat Pay. */
async function plant(faults: object): Promise<void> {
  const answer = await fetch(`${shop.standInUrl}/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(faults),
  });
  if (!answer.ok) throw new Error(`/faults: ${answer.status}`);
}

describe('the manager’s money', () => {
  test('shows each day’s bill, and what differs of the one that does', async () => {
    await plant({ billAmountsWrong: 1 });
    for (let turn = 0; turn < 6; turn += 1) await shop.tick();
    const manager = await personAt(shop, browser, 'manager:1');
    await manager.opens('/pages/manager/desk/index');
    await manager.sees('1 天不符');
    await shot(manager.page, 'bills-desk');
    await manager.taps(/对账与退款/);
    await manager.sees('全部对上');
    await shot(manager.page, 'bills-days');
    await manager.taps(/1 笔不符/);
    await manager.sees('金额不同');
    await shot(manager.page, 'bills-day');
  });

  test('lists a refund that is not back with why, and sends it again', async () => {
    const { db } = shop.database;
    const refundId = await doneRefund();
    const never = Date.now() * 2;
    const stuck = { state: 'failed', fault: 'ABNORMAL', doneAt: null, nextTryAt: never } as const;
    await db.updateTable('refunds').set(stuck).where('refundId', '=', refundId).execute();
    const manager = await personAt(shop, browser, 'manager:1');
    await manager.opens('/pages/manager/bills/index?tab=stuck');
    await manager.sees('顾客的收款账户异常，请到微信商户平台处理');
    await shot(manager.page, 'bills-stuck');
    await manager.taps('查一下结果');
    await manager.isTold('已提交，稍后看结果');
    await shop.tick();
    const after = await db
      .selectFrom('refunds')
      .select('state')
      .where('refundId', '=', refundId)
      .executeTakeFirstOrThrow();
    expect(after.state).toBe('done');
  });
});

/** A refund of one fen that went through; the seed alone may have none on a given day. */
async function doneRefund(): Promise<string> {
  const { db } = shop.database;
  const { shopId, orderId, transactionId } = await db
    .selectFrom('payments')
    .select(['shopId', 'orderId', 'transactionId'])
    .where('method', '=', 'wechat')
    .where('outcome', '=', 'paid')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('refunds')
            .select('refundId')
            .whereRef('refunds.orderId', '=', 'payments.orderId'),
        ),
      ),
    )
    .orderBy('paidAt', 'desc')
    .executeTakeFirstOrThrow();
  const refundId = newId();
  const wantedAt = Date.now();
  await sql`insert into refunds (shop_id, refund_id, order_id, transaction_id, number, amount_fen, state, reason,
      next_try_at, wanted_at)
    values (${shopId}, ${refundId}, ${orderId}, ${transactionId}, ${`R${refundId.slice(-12)}`}, 1, 'wanted',
      'after_sale', 0, ${wantedAt})`.execute(db);
  const isDone = async () => {
    await shop.tick();
    const refund = await db
      .selectFrom('refunds')
      .select('state')
      .where('refundId', '=', refundId)
      .executeTakeFirstOrThrow();
    return refund.state === 'done';
  };
  for (let turn = 0; turn < 4; turn += 1) if (await isDone()) return refundId;
  throw new Error('the refund did not go through');
}

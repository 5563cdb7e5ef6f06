import { closeOverdue } from '../../../cloudfunctions/domains/orders/jobs';
import { settlePayment } from '../../../cloudfunctions/domains/orders/usecases/pay';
import { placeOrder } from '../../../cloudfunctions/domains/orders/usecases/place';
import { compareBills } from '../../../cloudfunctions/domains/payments/usecases/bills';
import { sendRefunds } from '../../../cloudfunctions/domains/payments/usecases/refunds';
import { wantRefunds } from '../../../cloudfunctions/domains/payments/usecases/want';
import { closeOverdueRecharges } from '../../../cloudfunctions/domains/wallet/jobs';
import { startRecharge } from '../../../cloudfunctions/domains/wallet/usecases/recharge';
import type { World } from '../../../cloudfunctions/domains/registry';
import { day, hour } from '../../../cloudfunctions/kit/time';
import { transact } from '../../../cloudfunctions/platform/database';
import type { PayClient } from '../../../cloudfunctions/platform/wechat-pay/client';
import { dataFaults } from '../../support/data-faults';
import { testDatabase } from '../../support/database';
import { openChoice } from '../../support/offers';
import { money, noon, smallShop, type Known, type SmallShop } from '../../support/small-shop';

// Each job that asks WeChat Pay for something dies between that and its mark: the next run must finish it, once.
const database = testDatabase();
let small: SmallShop;
let buyer: Known;
beforeEach(async () => {
  small = await smallShop(database.db);
  buyer = await small.shopper();
});

let keys = 0;
async function order() {
  keys += 1;
  return placeOrder(buyer, {
    key: `aborted-${keys}`,
    lines: [{ skuId: small.skus[0], quantity: 1 }],
    delivery: { kind: 'pickup', storeId: small.storeId },
    remark: '',
    choice: openChoice,
    payableFen: 39_900,
  });
}

type Deed = 'refund' | 'queryRefund' | 'close' | 'query' | 'tradeBill';

/** The shop's world in which WeChat Pay does what it is asked, and the shop dies before it hears of it. */
function dying(world: Known, deed: Deed): Known {
  const { pay } = world.ports;
  const asked = pay[deed] as (...given: unknown[]) => Promise<unknown>;
  const dies = async (...given: unknown[]) => {
    await asked(...given);
    throw new Error('killed before the mark');
  };
  const killed: PayClient = { ...pay, [deed]: dies };
  return { ...world, ports: { ...world.ports, pay: killed } };
}

/** Runs a job that dies, which is no harm when it says so, and then runs it for good. */
async function diesAndGoesOn(
  job: (world: World) => Promise<number>,
  deed: Deed,
  { atMs, againMs }: { atMs: number; againMs: number },
): Promise<void> {
  await job(small.at(dying(buyer, deed), atMs)).catch(() => 0);
  await job(small.at(buyer, againMs));
  await job(small.at(buyer, againMs));
}

const states = async (table: 'orders' | 'refunds' | 'recharges' | 'bills') =>
  (
    await database.db
      .selectFrom(table)
      .select('state')
      .where('shopId', '=', small.shop.shopId)
      .execute()
  ).map(({ state }) => state);

describe('a job that dies after WeChat Pay did its part', () => {
  afterEach(async () => {
    expect(await dataFaults(database.db, 'stock')).toEqual([]);
    expect(await dataFaults(database.db, 'orders')).toEqual([]);
    expect(await dataFaults(database.db, 'refunds')).toEqual([]);
  });

  it.each(['refund', 'queryRefund'] as const)('refunds once (%s)', async (deed) => {
    const { orderId, number } = await order();
    await settlePayment(buyer, money({ number, payableFen: 39_900 }, buyer));
    const refund = { orderId, amountFen: 39_900, reason: 'after_sale' };
    await transact(database.db, (tx) => wantRefunds(buyer, tx, refund));
    await database.db
      .updateTable('orders')
      .set({ refundedFen: 39_900 })
      .where('orderId', '=', orderId)
      .execute();
    await database.db
      .updateTable('orderLines')
      .set({ refundedFen: 39_900, refundedQuantity: 1 })
      .where('orderId', '=', orderId)
      .execute();
    if (deed === 'queryRefund') {
      // WeChat has it already, as is known here.
      await small.ports.pay.refund({
        ...{ outTradeNo: number, outRefundNo: `R${number}-1`, amountFen: 39_900 },
        ...{ totalFen: 39_900, reason: '' },
      });
      await database.db
        .updateTable('refunds')
        .set({ state: 'processing' })
        .where('orderId', '=', orderId)
        .execute();
    }
    await diesAndGoesOn(sendRefunds, deed, { atMs: noon, againMs: noon + hour });
    expect(await states('refunds')).toEqual(['done']);
    expect(small.ports.pay.refunds.size).toBe(1);
  });

  it('closes an order once', async () => {
    const { number } = await order();
    const atMs = noon + hour;
    await diesAndGoesOn(closeOverdue, 'close', { atMs, againMs: atMs });
    expect(await states('orders')).toEqual(['closed']);
    expect(small.ports.pay.closed).toContain(number);
  });

  it('finds the money of an order that it was about to close, once', async () => {
    const { number } = await order();
    small.ports.pay.transactions.set(number, money({ number, payableFen: 39_900 }, buyer));
    const atMs = noon + hour;
    await diesAndGoesOn(closeOverdue, 'query', { atMs, againMs: atMs });
    expect(await states('orders')).toEqual(['paid']);
  });

  it('closes a recharge once', async () => {
    await startRecharge(buyer, { key: 'aborted-recharge', payFen: 20_000 });
    const atMs = noon + hour;
    await diesAndGoesOn(closeOverdueRecharges, 'close', { atMs, againMs: atMs });
    expect(await states('recharges')).toEqual(['closed']);
  });

  it('compares a bill once', async () => {
    const atMs = noon + day;
    await diesAndGoesOn(compareBills, 'tradeBill', { atMs, againMs: atMs + hour });
    expect(await states('bills')).toEqual(['compared']);
  });
});

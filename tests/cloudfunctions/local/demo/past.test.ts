import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compareBills } from '../../../../cloudfunctions/domains/payments/usecases/bills';
import { day } from '../../../../cloudfunctions/kit/time';
import { tellPast } from '../../../../cloudfunctions/local/demo/past';
import { seedDemo } from '../../../../cloudfunctions/local/demo/seed';
import { merchantSide } from '../../../../cloudfunctions/local/pay-stand-in/keys';
import {
  startPayStandIn,
  type StandIn,
} from '../../../../cloudfunctions/local/pay-stand-in/server';
import { payClient } from '../../../../cloudfunctions/platform/wechat-pay/client';
import { testDatabase } from '../../../support/database';
import { smallShop } from '../../../support/small-shop';

const database = testDatabase();
const shopId = '0193a5c0-0000-7000-8000-000000000001';
const nowMs = Date.UTC(2026, 10, 22, 7, 50);
let folder: string;
let standIn: StandIn;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shuke-past-'));
  const dataKey = randomBytes(32).toString('base64');
  const databaseUrl = database.url;
  await seedDemo({ databaseUrl, shopId, nowMs, picturesFolder: null, dataKey, size: 'test' });
  // Twice is as good as once.
  await tellPast({ databaseUrl, shopId, folder });
  await tellPast({ databaseUrl, shopId, folder });
  standIn = await startPayStandIn({ folder, port: 0, scheduleScale: 0.01 });
});
afterAll(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

/** The demo shop's world at an instant, with the stand-in for WeChat Pay. */
async function demo(atMs: number) {
  const small = await smallShop(database.db);
  const pay = payClient({
    ...merchantSide(standIn.keys()),
    baseUrl: standIn.url,
    notifyUrl: 'http://127.0.0.1:9/',
    realNowMs: Date.now,
  });
  const shopper = await small.shopper(atMs);
  return { ...shopper, shop: { ...small.shop, shopId }, ports: { ...small.ports, pay } };
}

describe('the past of the demo shop', () => {
  it('is known to WeChat Pay: the bills of its last days agree, its first day’s too', async () => {
    for (let turn = 0; turn < 6; turn += 1) await compareBills(await demo(nowMs + day));
    const bills = await database.db.selectFrom('bills').selectAll().orderBy('day').execute();
    expect(bills).toHaveLength(16);
    expect(bills.filter(({ state }) => state !== 'compared')).toEqual([]);
    expect(bills.filter(({ differences }) => differences > 0)).toEqual([]);
    expect(bills.reduce((sum, { payments }) => sum + payments, 0)).toBeGreaterThan(0);
    const [first] = bills;
    await database.db
      .updateTable('bills')
      .set({ state: 'waiting', nextTryAt: 0 })
      .where('day', '=', first?.day ?? '')
      .execute();
    await compareBills(await demo(nowMs + day));
    const [again] = await database.db.selectFrom('bills').selectAll().orderBy('day').execute();
    const { payments, paidFen, refunds, refundedFen, matched } = first ?? {};
    expect(again).toMatchObject({ payments, paidFen, refunds, refundedFen, matched });
  });

  it('can be refunded', async () => {
    const { number, amountFen } = await database.db
      .selectFrom('payments as p')
      .innerJoin('orders as o', 'o.orderId', 'p.orderId')
      .select(['o.number', 'p.amountFen'])
      .where('p.method', '=', 'wechat')
      .where('o.refundedFen', '=', 0)
      .executeTakeFirstOrThrow();
    const { ports } = await demo(nowMs);
    const asked = { outTradeNo: number, outRefundNo: 'R1', amountFen, totalFen: amountFen };
    expect((await ports.pay.refund({ ...asked, reason: '' })).status).toBe('PROCESSING');
  });
});

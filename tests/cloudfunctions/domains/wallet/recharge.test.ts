import { sql } from 'kysely';
import {
  afterRecharged,
  closeOverdueRecharges,
} from '../../../../cloudfunctions/domains/wallet/jobs';
import { listWallet, showWallet } from '../../../../cloudfunctions/domains/wallet/usecases/mine';
import {
  checkRecharge,
  prepayRecharge,
  startRecharge,
} from '../../../../cloudfunctions/domains/wallet/usecases/recharge';
import { settleRecharge } from '../../../../cloudfunctions/domains/wallet/usecases/settle';
import { listNotices } from '../../../../cloudfunctions/domains/members/usecases/profile';
import type { Context } from '../../../../cloudfunctions/domains/registry';
import { PayRefused, PayUnavailable } from '../../../../cloudfunctions/platform/wechat-pay/errors';
import { testDatabase } from '../../../support/database';
import { ledgerFaults } from '../../../support/data-faults';
import { refusalOf } from '../../../support/refusal-of';
import { money, noon, overdueAt, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
beforeEach(async () => {
  small = await smallShop(database.db);
});
afterEach(async () => {
  expect(await ledgerFaults(database.db)).toEqual([]);
});

let keys = 0;
function start(context: Context, payFen = 50_000) {
  keys += 1;
  return startRecharge(context, { key: `recharge-${keys}`, payFen });
}

type Started = Awaited<ReturnType<typeof start>>;

/** Money for a recharge as WeChat Pay tells of it. */
const paid = (recharge: Started, payer: Context, otherwise = {}) =>
  money({ number: recharge.number, payableFen: recharge.payFen }, payer, otherwise);
const purses = async (context: Context) => {
  const { principalFen, giftFen } = await showWallet(context);
  return { principalFen, giftFen };
};
const full = { principalFen: 50_000, giftFen: 3_000 };
const empty = { principalFen: 0, giftFen: 0 };
const events = async () =>
  (
    await database.db
      .selectFrom('outbox')
      .select(['name', 'payload'])
      .where('shopId', '=', small.shop.shopId)
      .execute()
  ).map(({ name, payload }) => ({ name, ...(payload as object) }));

describe('a recharge', () => {
  it('is of a plan, with the gift that it promises', async () => {
    const fang = await small.shopper();
    expect(await start(fang)).toMatchObject({
      number: expect.stringMatching(/^S20261120\d{14}$/) as string,
      payFen: 50_000,
      giftFen: 3_000,
      state: 'unpaid',
    });
    expect((await refusalOf(start(fang, 50_001))).code).toBe('no_such_plan');
  });

  it('is made once per key, also when it is asked for 16 times at once; the key takes no other plan', async () => {
    const fang = { ...(await small.shopper()), db: database.open(16) };
    const ask = (payFen: number) => startRecharge(fang, { key: 'the-same-key', payFen });
    const made = await Promise.all(Array.from({ length: 16 }, () => ask(20_000)));
    expect(new Set(made.map(({ rechargeId }) => rechargeId)).size).toBe(1);
    expect((await refusalOf(ask(50_000))).code).toBe('key_reused');
    const qing = await small.shopper();
    const hers = await startRecharge(qing, { key: 'the-same-key', payFen: 50_000 });
    expect(hers.rechargeId).not.toBe(made[0]?.rechargeId);
  });

  it('keeps its promise when the shop changes its plans', async () => {
    const fang = await small.shopper();
    const started = await start(fang);
    const wallet = { ...small.shop.settings.wallet, plans: [{ payFen: 50_000, giftFen: 1 }] };
    const shop = { ...small.shop, settings: { ...small.shop.settings, wallet } };
    await settleRecharge({ ...fang, shop }, paid(started, fang));
    expect(await purses(fang)).toEqual(full);
  });
});

describe('money that arrives', () => {
  it('is in the wallet, principal and gift apart, and the member is told', async () => {
    const fang = await small.shopper();
    const started = await start(fang);
    expect(await settleRecharge(fang, paid(started, fang))).toEqual({ outcome: 'paid' });
    expect(await purses(fang)).toEqual(full);
    expect((await listWallet(fang, {})).items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ purse: 'principal', fen: 50_000, say: '储值到账' }),
        expect.objectContaining({ purse: 'gift', fen: 3_000, say: '储值赠送' }),
      ]),
    );
    const told = { rechargeId: started.rechargeId, memberId: fang.caller.memberId };
    expect(await events()).toEqual([{ name: 'wallet.recharged', ...told }]);
    await fang.db.transaction().execute((tx) => afterRecharged(fang, tx, told));
    expect((await listNotices(fang)).items).toMatchObject([
      { title: '储值到账', body: '已储值 ¥500.00，另赠 ¥30.00，可在下单时使用' },
    ]);
  });

  it('counts once, however often and at once WeChat says it', async () => {
    const fang = { ...(await small.shopper()), db: database.open(16) };
    const started = await start(fang);
    const said = await Promise.all(
      Array.from({ length: 16 }, () => settleRecharge(fang, paid(started, fang))),
    );
    expect(said.filter(({ outcome }) => outcome === 'paid')).toHaveLength(1);
    expect(said.filter(({ outcome }) => outcome === 'again')).toHaveLength(15);
    expect(await purses(fang)).toEqual(full);
    expect(await events()).toHaveLength(1);
  });

  it.each([
    ['wrong_amount', { amountFen: 49_999 }],
    ['foreign_merchant', { mchid: 'another' }],
    ['foreign_app', { appid: 'another' }],
    ['foreign_payer', { payerOpenid: 'o-another' }],
    ['unknown_number', { outTradeNo: 'S2026010100000000000000' }],
  ])('is doubted and changes nothing when it says %s', async (problem, otherwise) => {
    const fang = await small.shopper();
    const started = await start(fang);
    expect(await settleRecharge(fang, paid(started, fang, otherwise))).toEqual({
      outcome: 'doubt',
    });
    expect(await purses(fang)).toEqual(empty);
    expect(await events()).toMatchObject([{ name: 'wallet.doubted', problem }]);
  });

  it('of another member’s number is doubted, though she is a member too', async () => {
    const [fang, qing] = [await small.shopper(), await small.shopper()];
    const started = await start(fang);
    expect(await settleRecharge(qing, paid(started, qing))).toEqual({ outcome: 'doubt' });
    expect([await purses(fang), await purses(qing)]).toEqual([empty, empty]);
  });

  it('by a second transaction for the same recharge is doubted, not counted', async () => {
    const fang = await small.shopper();
    const started = await start(fang);
    await settleRecharge(fang, paid(started, fang));
    const second = paid(started, fang, { transactionId: '4200-second' });
    expect(await settleRecharge(fang, second)).toEqual({ outcome: 'doubt' });
    expect(await purses(fang)).toEqual(full);
    expect(await events()).toMatchObject([{}, { name: 'wallet.doubted', problem: 'paid_twice' }]);
  });

  it('is not there yet when WeChat says so', async () => {
    const fang = await small.shopper();
    const waiting = paid(await start(fang), fang, { tradeState: 'NOTPAY', transactionId: null });
    expect(await settleRecharge(fang, waiting)).toEqual({ outcome: 'waiting' });
    expect(await purses(fang)).toEqual(empty);
  });

  it('after the recharge closed is hers all the same, gift and all', async () => {
    const fang = await small.shopper();
    const started = await start(fang);
    const later = small.at(fang, overdueAt(noon));
    expect(await closeOverdueRecharges(later)).toBe(1);
    expect(await checkRecharge(later, started)).toMatchObject({ paid: false, state: 'closed' });
    expect(await settleRecharge(later, paid(started, fang))).toEqual({ outcome: 'paid' });
    expect(await checkRecharge(later, started)).toMatchObject({ paid: true, state: 'paid' });
    expect(await purses(fang)).toEqual(full);
  });
});

describe('the timer', () => {
  it('closes what is overdue, once, with many timers at once, after telling WeChat Pay', async () => {
    const fang = { ...(await small.shopper()), db: database.open(8) };
    const started = await start(fang);
    expect(await closeOverdueRecharges(small.at(fang, overdueAt(noon) - 1))).toBe(0);
    const late = small.at(fang, overdueAt(noon));
    const closed = await Promise.all(Array.from({ length: 8 }, () => closeOverdueRecharges(late)));
    expect(closed.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(small.ports.pay.closed).toContain(started.number);
  });

  it('finds money on its way before it closes', async () => {
    const fang = await small.shopper();
    const started = await start(fang);
    small.ports.pay.transactions.set(started.number, paid(started, fang));
    expect(await closeOverdueRecharges(small.at(fang, overdueAt(noon)))).toBe(0);
    expect(await purses(fang)).toEqual(full);
  });

  it('races with payers: all money is in wallets', async () => {
    const db = database.open(16);
    const people = await Promise.all(
      Array.from({ length: 8 }, async () => ({ ...(await small.shopper()), db })),
    );
    const started = await Promise.all(people.map((one) => start(one)));
    await Promise.all(
      people.flatMap((one, index) => {
        const mine = started[index];
        const late = small.at(one, overdueAt(noon));
        return mine === undefined
          ? []
          : [closeOverdueRecharges(late), settleRecharge(late, paid(mine, one))];
      }),
    );
    for (const one of people) expect(await purses(one)).toEqual(full);
  });
});

describe('asking WeChat Pay', () => {
  it('gives the phone what it needs, and refuses once the time is over or to somebody else', async () => {
    const fang = await small.shopper();
    const started = await start(fang);
    expect(await prepayRecharge(fang, started)).toMatchObject({
      payment: { package: `prepay_id=wx${started.number}` },
      expiresAt: overdueAt(noon),
    });
    const late = small.at(fang, overdueAt(noon));
    expect((await refusalOf(prepayRecharge(late, started))).code).toBe('cannot_pay');
    const qing = await small.shopper();
    expect((await refusalOf(prepayRecharge(qing, started))).code).toBe('no_such_recharge');
    expect((await refusalOf(checkRecharge(qing, started))).code).toBe('no_such_recharge');
  });

  it('settles by query what no notice told', async () => {
    const fang = await small.shopper();
    const started = await start(fang);
    expect(await checkRecharge(fang, started)).toMatchObject({ paid: false, state: 'unpaid' });
    small.ports.pay.transactions.set(started.number, paid(started, fang));
    expect(await checkRecharge(fang, started)).toMatchObject({
      paid: true,
      state: 'paid',
      payFen: 50_000,
      giftFen: 3_000,
    });
  });

  it('settles what was paid when WeChat Pay refuses to open the sheet again', async () => {
    const fang = await small.shopper();
    const started = await start(fang);
    small.ports.pay.transactions.set(started.number, paid(started, fang));
    const refusing = () => Promise.reject(new PayRefused('prepay', 400, 'ORDERPAID', ''));
    const ports = { ...fang.ports, pay: { ...fang.ports.pay, prepay: refusing } };
    expect((await refusalOf(prepayRecharge({ ...fang, ports }, started))).code).toBe('cannot_pay');
    expect(await purses(fang)).toEqual(full);
  });

  it('says that WeChat Pay does not answer, and changes nothing', async () => {
    const fang = await small.shopper();
    const started = await start(fang);
    const silent = () => Promise.reject(new PayUnavailable('prepay', 'timeout'));
    const pay = { ...fang.ports.pay, prepay: silent, query: silent, close: silent };
    const cut = { ...fang, ports: { ...fang.ports, pay } };
    expect((await refusalOf(prepayRecharge(cut, started))).code).toBe('pay_unavailable');
    expect(await checkRecharge(cut, started)).toMatchObject({ paid: false, state: 'unpaid' });
    expect(await closeOverdueRecharges(small.at(cut, overdueAt(noon)))).toBe(1);
  });
});

describe('my lines', () => {
  it('are signed, newest first, in pages, and only mine', async () => {
    const [fang, qing] = [await small.shopper(), await small.shopper()];
    const who = sql`${small.shop.shopId}::uuid, ${fang.caller.memberId}::uuid`;
    for (let turn = 0; turn < 15; turn += 1)
      await sql`select wallet_give(${who}, 'shop', 100, 10, 'test', ${`${turn}`}, ${noon + turn}),
        wallet_hold(${who}, 50, 5, ${`o-${turn}`}, ${noon + turn})`.execute(database.db);
    await sql`select wallet_spend(${who}, 'o-1', ${noon + 20}), wallet_unhold(${who}, 'o-2', ${noon + 20})`.execute(
      database.db,
    );
    const seen = [];
    let cursor: string | undefined;
    do {
      const page = await listWallet(fang, cursor === undefined ? {} : { cursor });
      seen.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen.map(({ entryId }) => entryId)).size).toBe(62);
    expect(seen.reduce((sum, { fen }) => sum + fen, 0)).toBe(15 * 55 + 55);
    expect(seen.slice(0, 2).map(({ say }) => say)).toEqual(['订单取消退回', '订单取消退回']);
    expect(await listWallet(qing, {})).toEqual({ items: [], next: null });
  });
});

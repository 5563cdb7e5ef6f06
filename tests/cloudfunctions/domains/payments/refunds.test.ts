import { sql } from 'kysely';
import {
  noticeRefund,
  retryRefund,
  sendRefunds,
} from '../../../../cloudfunctions/domains/payments/usecases/refunds';
import { hour, minute } from '../../../../cloudfunctions/kit/time';
import { faultCode } from '../../../../cloudfunctions/platform/database';
import { PayRefused, PayUnavailable } from '../../../../cloudfunctions/platform/wechat-pay/errors';
import type { Refund } from '../../../../cloudfunctions/platform/wechat-pay/refund';
import { testDatabase } from '../../../support/database';
import { refusalOf } from '../../../support/refusal-of';
import { noon } from '../../../support/small-shop';
import { paidScene } from './scene';

const database = testDatabase();
let scene: Awaited<ReturnType<typeof paidScene>>;
beforeEach(async () => {
  scene = await paidScene(database.db);
});

describe('a refund that is wanted', () => {
  it('goes back to its source once and is announced with its order', async () => {
    const [refundId] = await scene.want(1_000);
    expect(await sendRefunds(scene.buyer)).toBe(1);
    expect(await sendRefunds(scene.buyer)).toBe(0);
    expect(await scene.only()).toMatchObject({ refundId, state: 'done', amountFen: 1_000 });
    const { memberId } = scene.buyer.caller;
    const payload = {
      refundId,
      orderId: scene.orderId,
      memberId,
      amountFen: 1_000,
      reason: 'after_sale',
    };
    expect(await scene.announced()).toEqual([{ name: 'payments.refunded', payload }]);
  });

  it('of nothing is none', async () => {
    expect(await scene.want(0)).toEqual([]);
    expect(await scene.refunds()).toEqual([]);
  });

  it('in parts goes up to what was paid and not a fen further', async () => {
    await scene.want(39_000);
    expect((await refusalOf(scene.want(901))).code).toBe('over_paid');
    await scene.want(900);
    expect((await refusalOf(scene.want(1))).code).toBe('over_paid');
    expect(new Set((await scene.refunds()).map(({ number }) => number)).size).toBe(2);
  });

  it('by 32 at once never sums to more than was paid', async () => {
    const many = { ...scene.buyer, db: database.open(32) };
    const ended = await Promise.allSettled(
      Array.from({ length: 32 }, () => scene.want(5_000, many)),
    );
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(7);
    const rows = await scene.refunds();
    expect(rows.reduce((sum, row) => sum + row.amountFen, 0)).toBe(35_000);
  });

  it('is refused by the database too: over what was paid, of stored value, of another order', async () => {
    await scene.want(39_000);
    const raise = sql`update refunds set amount_fen = 39901 where shop_id = ${scene.small.shop.shopId}`;
    expect(faultCode(await raise.execute(database.db).catch((fault: unknown) => fault))).toBe(
      'SK008',
    );
    await sql`update payments set method = 'stored' where order_id = ${scene.orderId}`.execute(
      database.db,
    );
    expect((await refusalOf(scene.want(1))).code).toBe('nothing_paid');
    const touch = sql`update refunds set amount_fen = 1 where shop_id = ${scene.small.shop.shopId}`;
    expect(faultCode(await touch.execute(database.db).catch((fault: unknown) => fault))).toBe(
      'SK008',
    );
  });
});

describe('word of a refund', () => {
  it('twice, late and out of order changes nothing after the money is back', async () => {
    await scene.want(1_000);
    await sendRefunds(scene.buyer);
    for (const status of ['PROCESSING', 'SUCCESS', 'CLOSED', 'ABNORMAL'] as const)
      await noticeRefund(scene.buyer, await scene.told(status));
    expect(await scene.only()).toMatchObject({ state: 'done', fault: null });
    expect(await scene.announced()).toHaveLength(1);
  });

  it('by 32 at once is taken once', async () => {
    await scene.want(1_000);
    const many = { ...scene.buyer, db: database.open(16) };
    const word = await scene.told('SUCCESS');
    await Promise.all(Array.from({ length: 32 }, () => noticeRefund(many, word)));
    expect(await scene.announced()).toHaveLength(1);
  });

  it.each([
    ['another amount', 'wrong_refund', { amountFen: 999 as Refund['amountFen'] }],
    ['another payment', 'wrong_refund', { transactionId: '4200-another' }],
    ['a number that nobody gave', 'unknown_refund', { outRefundNo: 'R-by-hand' }],
  ])('with %s is doubted and changes nothing', async (_, problem, otherwise) => {
    await scene.want(1_000);
    const word = await scene.told('SUCCESS', otherwise);
    // WeChat says the same when it is asked.
    scene.small.ports.pay.refunds.set(word.outRefundNo, word);
    await noticeRefund(scene.buyer, word);
    await noticeRefund(scene.buyer, word);
    expect(await scene.only()).toMatchObject({ state: 'wanted' });
    expect(await scene.announced()).toEqual([]);
    expect(await scene.doubts()).toEqual([{ problem }]);
  });
});

describe('a refund that WeChat', () => {
  it('has no balance for waits and is asked for again, with its code for managers to see', async () => {
    await scene.want(1_000);
    const refund = jest.spyOn(scene.small.ports.pay, 'refund');
    refund.mockRejectedValueOnce(new PayRefused('refund', 403, 'NOT_ENOUGH', ''));
    await sendRefunds(scene.buyer);
    expect(await scene.only()).toMatchObject({ state: 'wanted', fault: 'NOT_ENOUGH' });
    expect(await sendRefunds(scene.small.at(scene.buyer, noon + minute - 1))).toBe(0);
    expect(await sendRefunds(scene.small.at(scene.buyer, noon + minute))).toBe(1);
    expect(await scene.only()).toMatchObject({ state: 'done', fault: null });
  });

  it('does not answer for is asked for ever more seldom, an hour apart at last', async () => {
    await scene.want(1_000);
    jest
      .spyOn(scene.small.ports.pay, 'refund')
      .mockRejectedValue(new PayUnavailable('refund', 'timeout'));
    const tried: number[] = [];
    for (let after = 0; after <= 5 * hour; after += minute)
      if ((await sendRefunds(scene.small.at(scene.buyer, noon + after))) > 0)
        tried.push(after / minute);
    expect(tried).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
  });

  it('took although the shop died before its mark goes back once', async () => {
    await scene.want(1_000);
    const { refund } = scene.small.ports.pay;
    jest.spyOn(scene.small.ports.pay, 'refund').mockImplementationOnce(async (asked) => {
      await refund(asked);
      throw new Error('killed between the refund and its mark');
    });
    await sendRefunds(scene.buyer);
    expect(await scene.only()).toMatchObject({ state: 'wanted' });
    await sendRefunds(scene.small.at(scene.buyer, noon + hour));
    expect(await scene.only()).toMatchObject({ state: 'done' });
    expect(scene.small.ports.pay.refunds.size).toBe(1);
    expect(await scene.announced()).toHaveLength(1);
  });

  it('calls abnormal is only looked at, since a new number would pay twice, until it is back', async () => {
    await scene.want(1_000);
    await scene.heldAtWeChat('ABNORMAL');
    await sendRefunds(scene.buyer);
    const { refundId, number } = await scene.only();
    expect(await scene.only()).toMatchObject({ state: 'failed', fault: 'ABNORMAL' });
    await retryRefund(scene.small.staff(scene.small.manager), { refundId });
    await sendRefunds(scene.buyer);
    expect(await scene.only()).toMatchObject({ state: 'failed', number });
    await scene.heldAtWeChat('SUCCESS');
    await sendRefunds(scene.small.at(scene.buyer, noon + 2 * hour));
    expect(await scene.only()).toMatchObject({ state: 'done', number });
    expect(scene.small.ports.pay.refunds.size).toBe(1);
  });

  it('closed waits for a manager, who gives it one new number however often she taps', async () => {
    await scene.want(1_000);
    await scene.heldAtWeChat('CLOSED');
    await sendRefunds(scene.buyer);
    const { refundId, number } = await scene.only();
    expect(await scene.only()).toMatchObject({ state: 'failed', fault: 'CLOSED' });
    expect(await sendRefunds(scene.small.at(scene.buyer, noon + 9 * hour))).toBe(0);
    const manager = { ...scene.small.staff(scene.small.manager), db: database.open(16) };
    await Promise.all(Array.from({ length: 32 }, () => retryRefund(manager, { refundId })));
    expect(await scene.only()).toMatchObject({
      state: 'wanted',
      number: `${number}_2`,
      fault: null,
    });
    await noticeRefund(scene.buyer, { ...(await scene.told('CLOSED')), outRefundNo: number });
    await sendRefunds(scene.buyer);
    expect(await scene.only()).toMatchObject({ refundId, state: 'done' });
    expect(await scene.doubts()).toEqual([]);
    const said = await refusalOf(retryRefund(manager, { refundId }));
    expect(said.code).toBe('refund_done');
  });
});

import {
  alarmStuck,
  retryRefund,
  sendRefunds,
} from '../../../../cloudfunctions/domains/payments/usecases/refunds';
import { listStuckRefunds } from '../../../../cloudfunctions/domains/payments/usecases/stuck';
import { hour } from '../../../../cloudfunctions/kit/time';
import { makeLog } from '../../../../cloudfunctions/platform/log';
import { testDatabase } from '../../../support/database';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop } from '../../../support/small-shop';
import { paidScene } from './scene';

const database = testDatabase();
let scene: Awaited<ReturnType<typeof paidScene>>;
beforeEach(async () => {
  scene = await paidScene(database.db);
});

describe('a refund that is not back', () => {
  it('after an hour is an alarm, once an hour, whoever looks', async () => {
    await scene.want(1_000);
    await scene.heldAtWeChat('PROCESSING');
    const lines: string[] = [];
    const loud = { ...scene.buyer, log: makeLog('error', (line) => lines.push(line)) };
    const at = async (nowMs: number) => {
      await Promise.all([1, 2, 3].map(() => alarmStuck(scene.small.at(loud, nowMs))));
      return lines.filter((line) => line.includes('"refund.stuck"')).length;
    };
    expect(await at(noon + hour - 1)).toBe(0);
    expect(await at(noon + hour)).toBe(1);
    expect(await at(noon + 2 * hour - 1)).toBe(1);
    expect(await at(noon + 2 * hour)).toBe(2);
    await scene.heldAtWeChat('SUCCESS');
    await sendRefunds(scene.small.at(scene.buyer, noon + 2 * hour));
    expect(await at(noon + 9 * hour)).toBe(2);
  });

  it('after an hour, or at once when it failed, is on the managers’ list with what can be done', async () => {
    await scene.want(1_000);
    const manager = scene.small.staff(scene.small.manager);
    const list = async (nowMs: number) =>
      (await listStuckRefunds(scene.small.at(manager, nowMs), {})).items;
    expect(await list(noon + hour - 1)).toEqual([]);
    expect(await list(noon + hour)).toMatchObject([
      { orderId: scene.orderId, state: 'wanted', mending: 'again' },
    ]);
    await scene.heldAtWeChat('CLOSED');
    await sendRefunds(scene.buyer);
    expect(await list(noon)).toMatchObject([{ state: 'failed', mending: 'anew' }]);
  });

  it('of another shop is not found', async () => {
    const [refundId = ''] = await scene.want(1_000);
    const other = await smallShop(database.db);
    const manager = other.staff(other.manager);
    expect((await listStuckRefunds(scene.small.at(manager, noon + hour), {})).items).toEqual([]);
    expect((await refusalOf(retryRefund(manager, { refundId }))).code).toBe('no_such_refund');
  });
});

import { bought, setScene, type Scene } from './setup';

let scene: Scene;
beforeEach(async () => {
  scene = await setScene();
});
afterEach(() => scene.close());

const day = '2026-05-28';
const hour = 3_600_000;
const refund = (outRefundNo: string, amountFen: number) =>
  scene.client().refund({
    ...{ outTradeNo: '202605280001', outRefundNo, amountFen },
    ...{ totalFen: 12_345, reason: '' },
  });

describe('the bill of a day', () => {
  it('has what was paid and what was taken to go back on that day of China, and nothing else', async () => {
    const transactionId = await bought(scene);
    await refund('R1', 45);
    const payment = { kind: 'payment', number: '202605280001', transactionId, amountFen: 12_345 };
    const back = { kind: 'refund', number: 'R1', transactionId, amountFen: 45 };
    expect(await scene.client().tradeBill(day)).toEqual([payment, back]);
    // The scene begins at 20:00 in China.
    await scene.pass(4 * hour);
    await refund('R2', 55);
    expect(await scene.client().tradeBill(day)).toHaveLength(2);
    expect(await scene.client().tradeBill('2026-05-29')).toMatchObject([{ number: 'R2' }]);
  });

  it('is not there when nothing was paid or went back', async () => {
    await scene.client().prepay({
      ...{ outTradeNo: '202605280001', description: '鞋', amountFen: 1, payerOpenid: 'o-1' },
      expiresAtMs: scene.nowMs() + hour,
    });
    expect(await scene.client().tradeBill(day)).toBeNull();
  });

  it('gets wrong what it is told to, once each', async () => {
    await bought(scene, '202605280001');
    await scene.pass(1_000);
    await bought(scene, '202605280002');
    const numbers = async () =>
      (await scene.client().tradeBill(day))?.map(({ number, amountFen }) => [number, amountFen]);
    const right = [
      ['202605280002', 12_345],
      ['202605280001', 12_345],
    ];
    scene.standIn.faults({ billRowsMissing: 1, billAmountsWrong: 1, billRowsForeign: 1 });
    expect(await numbers()).toEqual([
      ['202605280001', 12_346],
      [expect.stringContaining('foreign'), 12_345],
    ]);
    expect(await numbers()).toEqual(right);
  });

  it('whose answer is lost is asked for again', async () => {
    await bought(scene);
    scene.standIn.faults({ loseAnswers: 1 });
    await expect(scene.client().tradeBill(day)).rejects.toMatchObject({ name: 'PayUnavailable' });
    expect(await scene.client().tradeBill(day)).toHaveLength(1);
  });
});

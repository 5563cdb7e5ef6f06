import { bought, purchase, setScene, type Scene } from './setup';

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
});

afterEach(() => scene.close());

const outTradeNo = '202605280001';

async function setFaults(change: object, method = 'POST'): Promise<Record<string, number>> {
  const body = method === 'POST' ? { body: JSON.stringify(change) } : {};
  const response = await fetch(`${scene.standIn.url}/faults`, { method, ...body });
  return (await response.json()) as Record<string, number>;
}

describe('POST /faults', () => {
  it('loses an answer of a call that was carried out, so that it must be made again', async () => {
    await setFaults({ loseAnswers: 1 });
    const input = purchase(scene.nowMs());
    await expect(scene.client().prepay(input)).rejects.toMatchObject({ reason: 'no_answer' });
    expect(await scene.client().query(outTradeNo)).toMatchObject({ tradeState: 'NOTPAY' });
    expect(await scene.client().prepay(input)).toHaveProperty('prepayId');
  });

  it('loses the answer to a refund, which is then found and made once', async () => {
    await bought(scene);
    await setFaults({ loseAnswers: 1 });
    const refund = { outTradeNo, outRefundNo: 'R1', amountFen: 5, totalFen: 12_345, reason: '' };
    await expect(scene.client().refund(refund)).rejects.toMatchObject({ name: 'PayUnavailable' });
    const found = await scene.client().queryRefund('R1');
    expect(await scene.client().refund(refund)).toEqual(found);
  });

  it('fails calls, which then did nothing', async () => {
    await setFaults({ failAnswers: 2 });
    const failed = { name: 'PayUnavailable', reason: 'server_fault' };
    const input = purchase(scene.nowMs());
    await expect(scene.client().prepay(input)).rejects.toMatchObject(failed);
    await expect(scene.client().prepay(input)).rejects.toMatchObject(failed);
    expect(await scene.client().query(outTradeNo)).toBeNull();
  });

  it('turns calls away for being too many', async () => {
    await setFaults({ limitAnswers: 1 });
    const query = scene.client().query(outTradeNo);
    await expect(query).rejects.toMatchObject({ reason: 'too_many_requests' });
  });

  it('tells a payment twice at once, under one id', async () => {
    await setFaults({ duplicateNotices: 1 });
    await bought(scene);
    const [first, second] = scene.believed();
    expect(scene.arrived).toHaveLength(2);
    expect(second).toEqual(first);
    await scene.pass(86_400_000);
    expect(scene.arrived).toHaveLength(2);
  });

  it('tells a payment late', async () => {
    await setFaults({ lateNotices: 1, lateByMs: 5_000 });
    await bought(scene);
    await scene.pass(4_999);
    expect(scene.arrived).toHaveLength(0);
    await scene.pass(1);
    expect(scene.believed()).toHaveLength(1);
  });

  it('never tells a payment, which a query finds', async () => {
    await setFaults({ dropNotices: 1 });
    await bought(scene);
    await scene.pass(86_400_000);
    expect(scene.arrived).toHaveLength(0);
    expect(await scene.client().query(outTradeNo)).toMatchObject({ tradeState: 'SUCCESS' });
  });

  it('tells a wrong amount or another payer, rightly signed, while a query tells the truth', async () => {
    await setFaults({ wrongAmounts: 1 });
    await bought(scene, 'wrong-amount');
    await setFaults({ wrongPayers: 1 });
    await bought(scene, 'wrong-payer');
    const [amount, payer] = scene.believed();
    expect(amount).toMatchObject({ transaction: { amountFen: 12_346 } });
    expect(payer).toMatchObject({
      transaction: { payerOpenid: expect.stringMatching(/-other$/) as unknown },
    });
    expect(await scene.client().query('wrong-amount')).toMatchObject({ amountFen: 12_345 });
  });

  it('probes the shop with a bad signature; the notice comes rightly signed when that is refused', async () => {
    await setFaults({ probeNotices: 1 });
    scene.answers.push(401);
    await bought(scene);
    const client = scene.client();
    const [probe] = scene.arrived;
    expect(() => probe && client.readNotice(probe)).toThrow('probe');
    await scene.pass(15_000);
    const again = scene.arrived[1];
    expect(again && client.readNotice(again)).toMatchObject({ kind: 'transaction' });
  });

  it('keeps what it is not told, refuses what it does not know, and forgets all on DELETE', async () => {
    expect(await setFaults({ failAnswers: 3 })).toMatchObject({ failAnswers: 3 });
    expect(await setFaults({ loseAnswers: 1 })).toMatchObject({ failAnswers: 3, loseAnswers: 1 });
    expect(await setFaults({ explode: 1 })).toMatchObject({ code: 'PARAM_ERROR' });
    expect(await setFaults({ loseAnswers: -1 })).toMatchObject({ code: 'PARAM_ERROR' });
    expect(await setFaults({}, 'GET')).toMatchObject({ failAnswers: 3 });
    expect(await setFaults({}, 'DELETE')).toMatchObject({ failAnswers: 0, loseAnswers: 0 });
  });
});

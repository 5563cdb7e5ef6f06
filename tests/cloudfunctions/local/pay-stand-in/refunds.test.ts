import { bought, setScene, type Scene } from './setup';

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
});

afterEach(() => scene.close());

const outTradeNo = '202605280001';
const part = (outRefundNo: string, amountFen: number) => ({
  outTradeNo,
  outRefundNo,
  amountFen,
  totalFen: 12_345,
  reason: '退差价',
});

describe('a refund', () => {
  it('is accepted, carried out, told, and found', async () => {
    const transactionId = await bought(scene);
    const client = scene.client();
    expect(await client.queryRefund('R1')).toBeNull();
    const accepted = await client.refund(part('R1', 45));
    expect(accepted).toEqual({
      outRefundNo: 'R1',
      refundId: expect.stringMatching(/^50\d{26}$/) as unknown,
      outTradeNo,
      transactionId,
      status: 'PROCESSING',
      amountFen: 45,
      totalFen: 12_345,
      createdAtMs: scene.nowMs(),
      successAtMs: null,
    });
    expect(await client.queryRefund('R1')).toEqual(accepted);
    await scene.pass(3_000);
    const ended = { ...accepted, status: 'SUCCESS', successAtMs: scene.nowMs() };
    expect(await client.queryRefund('R1')).toEqual(ended);
    expect(scene.believed()[1]).toEqual({
      kind: 'refund',
      noticeId: expect.any(String) as unknown,
      // A notice does not say when the refund was taken.
      refund: { ...ended, createdAtMs: null },
    });
    expect(await client.query(outTradeNo)).toMatchObject({
      tradeState: 'REFUND',
      amountFen: 12_345,
    });
  });

  it('with the same number refunds once, and with other values is refused', async () => {
    await bought(scene);
    const first = await scene.client().refund(part('R1', 45));
    expect(await scene.client().refund(part('R1', 45))).toEqual(first);
    const other = scene.client().refund(part('R1', 46));
    await expect(other).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    await scene.pass(10_000);
    expect(scene.believed().filter(({ kind }) => kind === 'refund')).toHaveLength(1);
  });

  it('in parts goes up to what was paid and not a fen further', async () => {
    await bought(scene);
    await scene.client().refund(part('R1', 12_000));
    const over = scene.client().refund(part('R2', 346));
    await expect(over).rejects.toMatchObject({ name: 'PayRefused', status: 400 });
    await scene.client().refund(part('R3', 345));
    await expect(scene.client().refund(part('R4', 1))).rejects.toMatchObject({ status: 400 });
  });

  it('is refused for an unknown or unpaid payment, and with another total', async () => {
    const unknown = scene.client().refund(part('R1', 45));
    await expect(unknown).rejects.toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' });
    await bought(scene);
    const other = scene.client().refund({ ...part('R1', 45), totalFen: 12_346 });
    await expect(other).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    await scene.client().close('never-1');
    const unpaid = scene.client().refund({ ...part('R1', 45), outTradeNo: 'never-1' });
    await expect(unpaid).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });

  it('is refused while the balance does not cover it, and taken when asked again', async () => {
    await bought(scene);
    scene.standIn.faults({ notEnough: 1 });
    const short = scene.client().refund(part('R1', 45));
    await expect(short).rejects.toMatchObject({ status: 403, code: 'NOT_ENOUGH' });
    expect(await scene.client().refund(part('R1', 45))).toMatchObject({ status: 'PROCESSING' });
  });

  it('may end ABNORMAL, which is told', async () => {
    await bought(scene);
    scene.standIn.faults({ abnormalRefunds: 1 });
    await scene.client().refund(part('R1', 45));
    await scene.pass(3_000);
    expect(scene.believed()[1]).toMatchObject({
      refund: { status: 'ABNORMAL', successAtMs: null },
    });
  });
});

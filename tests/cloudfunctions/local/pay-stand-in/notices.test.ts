import { retryWaitsMs } from '../../../../cloudfunctions/local/pay-stand-in/notices';
import { merchantSide } from '../../../../cloudfunctions/local/pay-stand-in/keys';
import { payClient } from '../../../../cloudfunctions/platform/wechat-pay/client';
import { bought, purchase, setScene, type Scene } from './setup';

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
});

afterEach(() => scene.close());

const day = 86_400_000;
const ids = () => new Set(scene.believed().map(({ noticeId }) => noticeId));

describe('a notice that is not taken', () => {
  it('is sent again on the schedule of WeChat Pay, 15 times, and then no more', async () => {
    scene.answers.push(...Array.from({ length: 40 }, () => 500));
    await bought(scene);
    const sentAtMs = [scene.nowMs()];
    for (const waitMs of retryWaitsMs) {
      expect(scene.waits()).toEqual([waitMs]);
      await scene.pass(waitMs - 1);
      expect(scene.arrived).toHaveLength(sentAtMs.length);
      await scene.pass(1);
      sentAtMs.push(scene.nowMs());
      expect(scene.arrived).toHaveLength(sentAtMs.length);
    }
    expect(sentAtMs).toHaveLength(16);
    expect((sentAtMs[15] ?? 0) - (sentAtMs[0] ?? 0)).toBe((24 * 60 + 4) * 60_000);
    await scene.pass(7 * day);
    expect(scene.arrived).toHaveLength(16);
  });

  it.each([500, 404, 302, 'silence'] as const)(
    'because of %s comes again, signed anew',
    async (how) => {
      scene.answers.push(how);
      await bought(scene);
      expect(scene.arrived).toHaveLength(1);
      await scene.pass(day);
      expect(scene.arrived).toHaveLength(2);
      const stamps = scene.arrived.map(({ headers }) => headers['wechatpay-timestamp']);
      expect(new Set(stamps).size).toBe(2);
    },
  );

  it('waits as much shorter as the scale says', async () => {
    await scene.restart({ scheduleScale: 0.01 });
    scene.answers.push(500, 500, 500);
    await bought(scene);
    expect(scene.waits()).toEqual([150]);
    await scene.pass(150);
    await scene.pass(150);
    expect(scene.waits()).toEqual([300]);
  });

  it('goes on after a restart of the stand-in', async () => {
    scene.answers.push(500);
    await bought(scene);
    await scene.restart();
    await scene.standIn.idle();
    expect(scene.arrived).toHaveLength(2);
    expect(ids().size).toBe(1);
    await scene.restart();
    await scene.standIn.idle();
    expect(scene.arrived).toHaveLength(2);
  });

  it('leaves no timer when the stand-in closes', async () => {
    scene.answers.push(500);
    await bought(scene);
    expect(scene.waits()).toHaveLength(1);
    await scene.standIn.close();
    expect(scene.waits()).toEqual([]);
    await scene.restart();
  });
});

describe('notices', () => {
  it('go to the address that the stand-in was told to use instead', async () => {
    const other = await setScene();
    await other.restart({ notifyUrlOverride: scene.shopUrl });
    const { prepayId } = await other.client().prepay(purchase(other.nowMs()));
    await other.standIn.pay({ prepayId });
    await other.standIn.idle();
    expect([other.arrived.length, scene.arrived.length]).toEqual([0, 1]);
    await other.close();
  });

  it('are believed from the new certificate by a shop that knows both, and refused by one that does not', async () => {
    await scene.restart({ signingMode: 'certificate' });
    const before = scene.client('certificate');
    scene.standIn.rotateCertificate();
    expect(scene.standIn.keys().certificates).toHaveLength(2);
    await bought(scene);
    const [arrived] = scene.arrived;
    if (arrived === undefined) throw new Error('no notice');
    expect(() => before.readNotice(arrived)).toThrow('unknown_serial');
    expect(scene.client('certificate').readNotice(arrived)).toMatchObject({ kind: 'transaction' });
    await expect(before.query('202605280001')).rejects.toMatchObject({ reason: 'unverified' });
    expect(await scene.client('certificate').query('202605280001')).not.toBeNull();
    await scene.restart();
    expect(scene.standIn.keys().certificates).toHaveLength(2);
  });

  it('are refused by a shop with the key of another stand-in', async () => {
    await bought(scene);
    const [arrived] = scene.arrived;
    const side = { ...merchantSide(scene.standIn.keys()), apiV3Key: 'x'.repeat(32) };
    const rest = { baseUrl: scene.standIn.url, notifyUrl: '', realNowMs: scene.nowMs };
    const stranger = payClient({ ...side, ...rest });
    expect(() => arrived && stranger.readNotice(arrived)).toThrow('bad_seal');
  });
});

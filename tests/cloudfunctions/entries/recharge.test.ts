import { noFaults } from '../../../cloudfunctions/local/pay-stand-in/faults';
import { minute } from '../../../cloudfunctions/kit/time';
import { testHouse, type Guest } from '../../support/house';
import { ledgerFaults } from '../../support/data-faults';
import { confirm, type Sheet } from './purchase';

const house = testHouse();
let guest: Guest;
let keys = 0;

beforeEach(async () => {
  guest = await house.shopper();
});
afterEach(async () => {
  house.standIn.faults(noFaults);
  expect(await ledgerFaults(house.database.db)).toEqual([]);
});

async function ask<T>(name: string, input: unknown = {}): Promise<T> {
  const { status, body } = await house.ask(guest.session, name, input);
  if (status !== 200) throw new Error(`${name} was refused: ${JSON.stringify(body)}`);
  return body['value'] as T;
}

interface Recharge {
  rechargeId: string;
  number: string;
  state: string;
}

/** Starts a recharge of 500 yuan and opens its pay sheet. */
async function start() {
  keys += 1;
  const recharge = await ask<Recharge>('wallet.recharge', {
    key: `recharge-${keys}`,
    payFen: 50_000,
  });
  const { rechargeId } = recharge;
  const { payment } = await ask<{ payment: Sheet }>('wallet.prepay', { rechargeId });
  return { recharge, payment };
}

const stored = () => ask<{ principalFen: number; giftFen: number }>('wallet.mine');
const full = { principalFen: 50_000, giftFen: 3_000 };
const empty = { principalFen: 0, giftFen: 0 };
const doubtsOf = async ({ number }: Recharge) =>
  (
    await house.database.db
      .selectFrom('paymentDoubts')
      .select('problem')
      .where('number', '=', number)
      .execute()
  ).map(({ problem }) => problem);

describe('a recharge paid on the sheet', () => {
  it('is in the wallet by its notice, and its member is told by the timer', async () => {
    const { payment } = await start();
    await confirm(house, guest, payment);
    expect(await stored()).toMatchObject(full);
    await house.host.tick();
    expect(await ask('members.notices')).toMatchObject({ items: [{ title: '储值到账' }] });
  });

  it('is in the wallet once, though its notice comes many times', async () => {
    house.standIn.faults({ duplicateNotices: 3 });
    const { payment } = await start();
    await confirm(house, guest, payment);
    expect(await stored()).toMatchObject(full);
  });

  it('is found by asking when its notice is lost', async () => {
    house.standIn.faults({ dropNotices: 1 });
    const { recharge, payment } = await start();
    await confirm(house, guest, payment);
    expect(await stored()).toMatchObject(empty);
    expect(await ask('wallet.checkPayment', recharge)).toMatchObject({ paid: true, state: 'paid' });
    expect(await stored()).toMatchObject(full);
  });

  it('is found by the timer before it closes, when nobody asks', async () => {
    house.standIn.faults({ dropNotices: 1 });
    const { recharge, payment } = await start();
    await confirm(house, guest, payment);
    await house.advance(15 * minute);
    await house.host.tick();
    expect(await ask('wallet.checkPayment', recharge)).toMatchObject({ state: 'paid' });
    expect(await stored()).toMatchObject(full);
  });

  it.each([
    ['wrongAmounts', 'wrong_amount'],
    ['wrongPayers', 'foreign_payer'],
  ])(
    'with a notice of %s is kept for people to look at, and changes nothing',
    async (fault, problem) => {
      house.standIn.faults({ [fault]: 1 });
      const { recharge, payment } = await start();
      await confirm(house, guest, payment);
      expect(await stored()).toMatchObject(empty);
      await house.host.tick();
      expect(await doubtsOf(recharge)).toEqual([problem]);
    },
  );
});

describe('a recharge that nobody paid', () => {
  it('closes with its time, also at WeChat Pay, and cannot be paid any more', async () => {
    const { recharge, payment } = await start();
    await house.advance(15 * minute);
    await house.host.tick();
    expect(await ask('wallet.checkPayment', recharge)).toMatchObject({
      paid: false,
      state: 'closed',
    });
    await expect(confirm(house, guest, payment)).rejects.toThrow('已关闭');
    const again = await house.ask(guest.session, 'wallet.prepay', {
      rechargeId: recharge.rechargeId,
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'cannot_pay' } });
  });
});

describe('signing in by the door', () => {
  it('gives points, tells the other rooms, and tells nothing twice', async () => {
    expect(await ask('points.signIn')).toMatchObject({ points: 2, again: false });
    expect(await ask('points.signIn')).toMatchObject({ points: 2, again: true });
    await house.host.tick();
    const waiting = await house.database.db.selectFrom('outbox').select('name').execute();
    expect(waiting).toEqual([]);
    expect(await ask('points.mine')).toMatchObject({ points: 2, signedToday: true });
  });
});

import {
  listAddresses,
  removeAddress,
  saveAddress,
  showRegions,
} from '../../../../cloudfunctions/domains/members/usecases/addresses';
import { previewOrder } from '../../../../cloudfunctions/domains/orders/usecases/preview';
import { placeOf } from '../../../../cloudfunctions/domains/members/usecases/regions';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { openChoice } from '../../../support/offers';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop, type Known, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let fang: Known;
let nowMs = noon;

beforeAll(async () => {
  small = await smallShop(database.db);
});
beforeEach(async () => {
  fang = await small.shopper();
});

const typed = { name: '王芳', phone: '13812345678', regionCode: '310104', detail: '漕溪北路 1 号' };

/** Saves an address a moment after the last one. */
function save(change: object = {}, context = fang) {
  nowMs += 1_000;
  return saveAddress(small.at(context, nowMs), { ...typed, isDefault: false, ...change });
}

const list = async (context = fang) =>
  (await listAddresses(context)).items.map(({ detail, isDefault }) => [detail, isDefault]);

describe('saving an address', () => {
  it('gives it back whole, with the names of its region', async () => {
    const saved = await save();
    expect(saved).toEqual({
      ...typed,
      ...{ province: '上海市', city: '上海市', district: '徐汇区' },
      ...{ addressId: saved.addressId, isDefault: true },
    });
    expect((await listAddresses(fang)).items).toEqual([saved]);
  });

  it('keeps name, phone and street sealed in the database', async () => {
    await save();
    const row = await database.db
      .selectFrom('addresses')
      .selectAll()
      .where('memberId', '=', fang.caller.memberId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ nameMask: '王**', phoneMask: '138****5678' });
    expect(JSON.stringify(row)).not.toMatch(/王芳|13812345678|漕溪/);
  });

  it('makes the first one the default, and a later one only when it is told to', async () => {
    await save({ detail: '一' });
    await save({ detail: '二' });
    expect(await list()).toEqual([
      ['一', true],
      ['二', false],
    ]);
    await save({ detail: '三', isDefault: true });
    expect(await list()).toEqual([
      ['三', true],
      ['二', false],
      ['一', false],
    ]);
  });

  it('over an old one changes it, and does not take its mark', async () => {
    const { addressId } = await save({ detail: '一' });
    await save({ addressId, detail: '改', isDefault: false });
    expect(await list()).toEqual([['改', true]]);
  });

  it('over a removed or a foreign one is refused alike and changes nothing', async () => {
    const removed = await save();
    await removeAddress(fang, removed);
    const other = await small.shopper();
    const foreign = await save({ detail: '她的' }, other);
    for (const addressId of [removed.addressId, foreign.addressId, newId()])
      expect(await refusalOf(save({ addressId, detail: '我的' }))).toMatchObject({
        code: 'no_such_address',
      });
    expect(await list(other)).toEqual([['她的', true]]);
    expect(await list()).toEqual([]);
  });

  it.each(['000000', '310199', '990000', '310000'])(
    'to %s, which is no place, is refused',
    async (regionCode) => {
      expect(await refusalOf(save({ regionCode }))).toMatchObject({ code: 'no_such_region' });
      expect(await list()).toEqual([]);
    },
  );

  it('beyond twenty is refused until one is removed, also when many are saved at once', async () => {
    const context = { ...fang, db: database.open(8) };
    const saved = await Promise.allSettled(Array.from({ length: 24 }, () => save({}, context)));
    expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    expect(await refusalOf(save())).toMatchObject({ code: 'too_many_addresses' });
    const { items } = await listAddresses(fang);
    expect(items).toHaveLength(20);
    expect(items.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    await removeAddress(fang, { addressId: items[7]?.addressId ?? '' });
    await save();
    expect((await listAddresses(fang)).items).toHaveLength(20);
  });
});

describe('removing an address', () => {
  it('takes it from every list; twice is as none', async () => {
    const saved = await save();
    expect(await removeAddress(fang, saved)).toEqual({ done: true });
    expect(await list()).toEqual([]);
    expect(await refusalOf(removeAddress(fang, saved))).toMatchObject({ code: 'no_such_address' });
    const delivery = { kind: 'express' as const, addressId: saved.addressId };
    const lines = [{ skuId: small.skus[0], quantity: 1 }];
    expect(
      await refusalOf(previewOrder(fang, { lines, delivery, choice: openChoice })),
    ).toMatchObject({
      code: 'no_such_address',
    });
  });

  it('of another person is as of none, and leaves it there', async () => {
    const saved = await save();
    const other = await small.shopper();
    const foreign = await refusalOf(removeAddress(other, saved));
    expect(foreign).toEqual(await refusalOf(removeAddress(other, { addressId: newId() })));
    expect(await list()).toHaveLength(1);
  });

  it('of the default leaves the others as they are, until she says which it is now', async () => {
    const first = await save({ detail: '一' });
    const second = await save({ detail: '二' });
    await removeAddress(fang, first);
    expect(await list()).toEqual([['二', false]]);
    await save({ addressId: second.addressId, detail: '二', isDefault: true });
    expect(await list()).toEqual([['二', true]]);
  });
});

describe('regions', () => {
  it('are known by code, each with its province and city', async () => {
    const { provinces, cities, districts } = await showRegions();
    expect(provinces.length).toBeGreaterThan(30);
    const lost = [...cities, ...districts].filter(([code]) => placeOf(code) === null);
    expect(lost).toEqual([]);
  });

  it.each(['', '31', '3101040', '__proto__', 'constructor', '999999'])('do not know %p', (code) => {
    expect(placeOf(code)).toBeNull();
  });
});

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ShopPlan } from '../../../../cloudfunctions/local/open-shop/options';
import { writeShop } from '../../../../cloudfunctions/local/open-shop/write';
import { recogniseCaller } from '../../../../cloudfunctions/domains/members/usecases/sign-in';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';

const database = testDatabase();
const runner = path.resolve('cloudfunctions/local/run.mjs');
const nowMs = 1_760_000_000_000;

const plan = (change: Partial<ShopPlan> = {}): ShopPlan => ({
  shopId: undefined,
  name: '山野',
  slogan: '',
  store: { name: '静安店', city: '上海', address: '南京西路 1 号' },
  appointment: null,
  ...change,
});
const post = (openid: string, role: 'guide' | 'manager') => ({
  openid,
  role,
  name: '小林',
  rateBp: 0,
});

describe('opening a shop', () => {
  test('writes the shop, a store and a freight template', async () => {
    const { shopId, opened } = await writeShop(database.url, plan(), nowMs);
    expect(opened).toBe(true);
    const rows = async (table: 'stores' | 'freightTemplates') =>
      database.db.selectFrom(table).select('name').where('shopId', '=', shopId).execute();
    expect(await rows('stores')).toEqual([{ name: '静安店' }]);
    expect(await rows('freightTemplates')).toEqual([{ name: '普通快递' }]);
  });

  test('lets a manager in who never came, and her post is hers at the first call', async () => {
    const wanted = plan({ appointment: post('o-manager', 'manager') });
    const { shopId, appointed } = await writeShop(database.url, wanted, nowMs);
    expect(appointed).toBe(true);
    const caller = await recogniseCaller(database.db, shopId, 'o-manager');
    expect(caller?.staff).toMatchObject({ role: 'manager', name: '小林' });
  });

  test('a second time changes nothing and may add a guide', async () => {
    const shopId = newId();
    const first = plan({ shopId, appointment: post('o-1', 'manager') });
    await writeShop(database.url, first, nowMs);
    const again = { opened: false, appointed: false };
    expect(await writeShop(database.url, first, nowMs)).toMatchObject(again);
    const more = plan({ shopId, name: '别名', appointment: post('o-2', 'guide') });
    expect(await writeShop(database.url, more, nowMs)).toEqual({
      shopId,
      opened: false,
      appointed: true,
    });
    const stores = database.db.selectFrom('stores').select('name').where('shopId', '=', shopId);
    expect(await stores.execute()).toHaveLength(1);
  });

  test('is a command that prints the id for SHOP_ID', async () => {
    const args = [runner, 'open-shop/main.ts', '--name', '山野', '--store', '静安店'];
    const env = { ...process.env, DATABASE_URL: database.url, SHOP_ID: '' };
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    const shopId = /^SHOP_ID=(\S+)$/m.exec(stdout)?.[1] ?? '';
    const shop = database.db.selectFrom('shops').select('name').where('shopId', '=', shopId);
    expect(await shop.execute()).toEqual([{ name: '山野' }]);
  });
});

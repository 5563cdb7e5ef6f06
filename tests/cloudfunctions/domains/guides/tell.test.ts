import { tellStaff } from '../../../../cloudfunctions/domains/guides/usecases/tell';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
beforeEach(async () => {
  small = await smallShop(database.db);
});

const notice = { kind: 'staff', title: '有新订单', body: '请备货', orderId: null };
const tell = (wanted: Parameters<typeof tellStaff>[2]) =>
  tellStaff({ shop: small.shop, nowMs: noon }, database.db, wanted, notice);
const toldTo = async () => {
  const rows = await database.db
    .selectFrom('notices')
    .select('memberId')
    .where('shopId', '=', small.shop.shopId)
    .execute();
  return rows.map(({ memberId }) => memberId);
};

it('tells one of the staff, or the managers of a store or of all', async () => {
  const { guides, manager, storeId } = small;
  expect(await tell({ staffId: guides[1].staffId })).toBe(1);
  expect(await toldTo()).toEqual([guides[1].memberId]);
  expect(await tell({ managersOf: storeId })).toBe(1);
  expect(await tell({ managersOf: null })).toBe(1);
  expect(await tell({ managersOf: newId() })).toBe(0);
  expect((await toldTo()).filter((id) => id === manager.memberId)).toHaveLength(2);
});

it('tells nobody who left', async () => {
  const { staffId } = small.guides[0];
  await database.db
    .updateTable('staff')
    .set({ leftAt: noon })
    .where('staffId', '=', staffId)
    .execute();
  expect(await tell({ staffId })).toBe(0);
  expect(await toldTo()).toEqual([]);
});

it('tells the same cause once, however often and in whatever words', async () => {
  const world = { shop: small.shop, nowMs: noon };
  const say = (cause: string) =>
    tellStaff(world, database.db, { managersOf: null }, { ...notice, cause });
  await Promise.all(Array.from({ length: 32 }, () => say('one')));
  await say('other');
  expect(await toldTo()).toHaveLength(2);
});

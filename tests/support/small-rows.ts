import { sql } from 'kysely';
import type { FreightTerms } from '../../cloudfunctions/domains/catalogue/rules/freight';
import type { Context, Database } from '../../cloudfunctions/domains/registry';
import { newId } from '../../cloudfunctions/platform/ids';

/** A day at noon in China, for tests that do not care which. */
export const noon = Date.parse('2026-11-20T04:00:00Z');

/** Ten yuan for the first kilogram, five for each further one begun, free over 99 yuan. */
export const plainFreight: FreightTerms = {
  by: 'weight',
  first: 1_000,
  next: 1_000,
  firstFen: 1_000,
  nextFen: 500,
  freeOverFen: 9_900,
  elsewhere: [],
  notServed: ['71'],
};

/** Somebody who works in the shop. */
export interface Hired {
  staffId: string;
  memberId: string;
  openid: string;
  name: string;
  role: 'guide' | 'manager';
}

/** Adds a member whom nobody knows anything of. */
export async function addMember(db: Database, shopId: string) {
  const memberId = newId();
  const openid = `o-${memberId}`;
  await db
    .insertInto('members')
    .values({
      shopId,
      memberId,
      openid,
      nickname: '',
      avatarUrl: '',
      phoneSealed: null,
      phoneMask: null,
      joinedAt: noon,
      lastSeenAt: noon,
    })
    .execute();
  return { memberId, openid };
}

/** Adds somebody who works in a store. */
export async function hireIn(
  db: Database,
  hired: { shopId: string; storeId: string; name: string; role: Hired['role'] },
): Promise<Hired> {
  const { shopId, storeId, name, role } = hired;
  const { memberId, openid } = await addMember(db, shopId);
  const staffId = newId();
  await db
    .insertInto('staff')
    .values({
      shopId,
      staffId,
      memberId,
      storeId,
      role,
      name,
      title: '导购',
      greeting: '',
      avatarUrl: '',
      rateBp: 500,
      joinedAt: noon,
      leftAt: null,
    })
    .execute();
  return { staffId, memberId, openid, name, role };
}

/** Adds a category, a freight template and one product of two SKUs with 100 pieces each. */
export async function addGoods(db: Database, shopId: string) {
  const [categoryId, templateId, productId] = [newId(), newId(), newId()];
  const skus: [string, string] = [newId(), newId()];
  const category = { parentId: null, trade: 'shoes', name: '跑鞋', pictureUrl: '', rateBp: 800 };
  await db
    .insertInto('categories')
    .values({ shopId, categoryId, position: 0, ...category })
    .execute();
  await sql`insert into freight_templates (shop_id, template_id, name, terms)
    values (${shopId}, ${templateId}, '全国快递', ${JSON.stringify(plainFreight)}::jsonb)`.execute(
    db,
  );
  await sql`insert into products (shop_id, product_id, category_id, template_id, title, pictures, card_url,
      spec_names, details, state, price_fen, words, listed_at)
    values (${shopId}, ${productId}, ${categoryId}, ${templateId}, '轻云跑步鞋', array['/p.webp'], '/c.png',
      array['尺码'], '{"paragraphs":[],"attributes":[],"pictures":[]}', 'on', 39900, '''跑步'' ''步鞋''', ${noon})`.execute(
    db,
  );
  await addSku(db, { shopId, productId, skuId: skus[0], size: '38', priceFen: 39_900 });
  await addSku(db, { shopId, productId, skuId: skus[1], size: '39', priceFen: 550 });
  return { productId, skus };
}

async function addSku(
  db: Database,
  sku: { shopId: string; productId: string; skuId: string; size: string; priceFen: number },
) {
  const { shopId, productId, skuId, size, priceFen } = sku;
  const goods = { marketFen: null, costFen: 100, floorFen: 100, weightGrams: 800, onSale: true };
  const row = { shopId, productId, skuId, code: `S${size}`, specValues: [size], pictureUrl: '' };
  await db
    .insertInto('skus')
    .values({ ...row, ...goods, priceFen, position: Number(size) })
    .execute();
  const pieces = { received: 100, onHand: 100, held: 0, sold: 0 };
  await db
    .insertInto('stock')
    .values({ shopId, skuId, ...pieces })
    .execute();
}

/** Adds an address in Shanghai to a member; its id. */
export async function addAddress(
  db: Database,
  { shop, caller, ports, nowMs }: Context,
): Promise<string> {
  const addressId = newId();
  await db
    .insertInto('addresses')
    .values({
      shopId: shop.shopId,
      addressId,
      memberId: caller.memberId,
      contactSealed: ports.seal(
        JSON.stringify({ name: '王芳', phone: '13812345678', detail: '漕溪北路 1 号' }),
      ),
      nameMask: '王**',
      phoneMask: '138****5678',
      province: '上海市',
      city: '上海市',
      district: '徐汇区',
      regionCode: '310104',
      isDefault: true,
      removedAt: null,
      savedAt: nowMs,
    })
    .execute();
  return addressId;
}

/** Adds a shop with one store. */
export async function addShop(db: Database) {
  const [shopId, storeId] = [newId(), newId()];
  const shop = { shopId, name: '熟客小店', slogan: '', theme: 'jade', offsetMinutes: 480 };
  await db
    .insertInto('shops')
    .values({ ...shop, settings: '{}', createdAt: noon })
    .execute();
  const place = { city: '上海', address: '漕溪北路 1 号', phone: '', hours: '', pictureUrl: '' };
  const store = { shopId, storeId, name: '一号店', position: 0, open: true, ...place };
  await db.insertInto('stores').values(store).execute();
  return { shopId, storeId };
}

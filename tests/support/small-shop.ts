import type { FreightTerms } from '../../cloudfunctions/domains/catalogue/rules/freight';
import type {
  Context,
  Database,
  Ports,
  Shop,
  StaffContext,
} from '../../cloudfunctions/domains/registry';
import { ShopSettings } from '../../cloudfunctions/domains/settings';
import { minute } from '../../cloudfunctions/kit/time';
import { newId } from '../../cloudfunctions/platform/ids';
import { makeLog } from '../../cloudfunctions/platform/log';
import { seal, unseal } from '../../cloudfunctions/platform/secret';
import type { Transaction } from '../../cloudfunctions/platform/wechat-pay/transaction';
import { quietPay } from './quiet-pay';

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

const dataKey = Buffer.alloc(32, 7).toString('base64');

/** A shop with one store, two guides, a manager and one product of two SKUs, written straight to its tables. */
export interface SmallShop {
  shop: Shop;
  storeId: string;
  guides: [Hired, Hired];
  manager: Hired;
  productId: string;
  /** A pair of shoes for 399 yuan and one for 5 yuan 50. */
  skus: [string, string];
  /** A new member's context at an instant. */
  shopper(nowMs?: number): Promise<Context>;
  /** A member's context at another instant. */
  at(context: Context, nowMs: number): Context;
  /** The context of somebody who works here. */
  staff(hired: Hired, nowMs?: number): StaffContext;
  /** Adds an address in Shanghai to a member; its id. */
  address(context: Context): Promise<string>;
  /** Sets what lies on a SKU's shelf, with nothing held or sold. */
  stock(skuId: string, pieces: number): Promise<void>;
  ports: Ports & { pay: ReturnType<typeof quietPay> };
}

export interface Hired {
  staffId: string;
  memberId: string;
  openid: string;
  name: string;
  role: 'guide' | 'manager';
}

/** Opens a small shop in an empty database. */
export async function smallShop(db: Database): Promise<SmallShop> {
  const shopId = newId();
  const storeId = newId();
  await db
    .insertInto('shops')
    .values({
      shopId,
      name: '熟客小店',
      slogan: '',
      theme: 'jade',
      offsetMinutes: 480,
      settings: '{}',
      createdAt: noon,
    })
    .execute();
  await db
    .insertInto('stores')
    .values({
      shopId,
      storeId,
      name: '一号店',
      city: '上海',
      address: '漕溪北路 1 号',
      phone: '',
      hours: '',
      pictureUrl: '',
      position: 0,
      open: true,
    })
    .execute();
  const hire = (name: string, role: Hired['role']) => hireIn(db, { shopId, storeId, name, role });
  const guides: SmallShop['guides'] = [await hire('林悦', 'guide'), await hire('周晴', 'guide')];
  const manager = await hire('陈店长', 'manager');
  const goods = await addGoods(db, shopId);
  const shop: Shop = {
    shopId,
    name: '熟客小店',
    slogan: '',
    theme: 'jade',
    offsetMinutes: 480,
    settings: ShopSettings.parse({}),
    mainStoreId: storeId,
  };
  const ports = {
    pay: quietPay(),
    payAccount: { mchid: 'm', appid: 'a' },
    codePicture: () => Promise.resolve('data:image/png;base64,'),
    seal: (plain: string) => seal(plain, dataKey),
    unseal: (sealed: string) => unseal(sealed, dataKey),
  };
  const world = { db, shop, log: makeLog('silent'), ports, clockOffsetMs: 0 };
  return {
    shop,
    storeId,
    guides,
    manager,
    ...goods,
    ports,
    async shopper(nowMs = noon) {
      const { memberId, openid } = await addMember(db, shopId);
      return {
        ...world,
        nowMs,
        identity: { openid },
        caller: { memberId, openid, nickname: '', staff: null },
      };
    },
    at: (context, nowMs) => ({ ...context, nowMs }),
    staff: ({ staffId, memberId, openid, name, role }, nowMs = noon) => ({
      ...world,
      nowMs,
      identity: { openid },
      caller: { memberId, openid, nickname: name, staff: { staffId, role, name, storeId } },
    }),
    address: (context) => addAddress(db, context),
    async stock(skuId, pieces) {
      const row = { received: pieces, onHand: pieces, held: 0, sold: 0 };
      await db
        .updateTable('stock')
        .set(row)
        .where('shopId', '=', shopId)
        .where('skuId', '=', skuId)
        .execute();
    },
  };
}

/** Money for an order as WeChat Pay tells of it: right in everything that is not said otherwise. */
export function money(
  order: { number: string; payableFen: number },
  payer: Context,
  otherwise: Partial<Transaction> = {},
): Transaction {
  return {
    mchid: 'm',
    appid: 'a',
    outTradeNo: order.number,
    tradeState: 'SUCCESS',
    amountFen: order.payableFen as Transaction['amountFen'],
    transactionId: `4200${order.number}`,
    payerOpenid: payer.caller.openid,
    successAtMs: payer.nowMs,
    ...otherwise,
  };
}

/** The instant at which an order placed at `nowMs` is overdue. */
export function overdueAt(nowMs: number): number {
  return nowMs + 15 * minute;
}

async function addMember(db: Database, shopId: string) {
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

async function hireIn(
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

async function addGoods(db: Database, shopId: string) {
  const [categoryId, templateId, productId] = [newId(), newId(), newId()];
  const skus: SmallShop['skus'] = [newId(), newId()];
  await db
    .insertInto('categories')
    .values({
      shopId,
      categoryId,
      parentId: null,
      trade: 'shoes',
      name: '跑鞋',
      pictureUrl: '',
      rateBp: 800,
      position: 0,
    })
    .execute();
  await db
    .insertInto('freightTemplates')
    .values({
      shopId,
      templateId,
      name: '全国快递',
      terms: JSON.stringify(plainFreight) as unknown as FreightTerms,
    })
    .execute();
  await db
    .insertInto('products')
    .values({
      shopId,
      productId,
      categoryId,
      templateId,
      title: '轻云跑步鞋',
      subtitle: '',
      tags: [],
      pictures: ['/p.webp'],
      cardUrl: '/c.png',
      specNames: ['尺码'],
      details: JSON.stringify({ paragraphs: [], attributes: [], pictures: [] }) as never,
      state: 'on',
      rateBp: null,
      priceFen: 39_900,
      marketFen: null,
      soldCount: 0,
      heat: 0,
      words: `'跑步' '步鞋'`,
      listedAt: noon,
    })
    .execute();
  for (const [index, skuId] of skus.entries()) {
    await db
      .insertInto('skus')
      .values({
        shopId,
        skuId,
        productId,
        code: `S${index}`,
        specValues: [index === 0 ? '38' : '39'],
        pictureUrl: '',
        priceFen: index === 0 ? 39_900 : 550,
        marketFen: null,
        costFen: 100,
        floorFen: 100,
        weightGrams: 800,
        position: index,
        onSale: true,
      })
      .execute();
    await db
      .insertInto('stock')
      .values({ shopId, skuId, received: 100, onHand: 100, held: 0, sold: 0 })
      .execute();
  }
  return { productId, skus };
}

async function addAddress(db: Database, { shop, caller, ports, nowMs }: Context): Promise<string> {
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

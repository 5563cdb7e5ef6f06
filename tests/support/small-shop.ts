import type {
  AskingContext,
  Caller,
  Context,
  Database,
  Ports,
  Shop,
  StaffContext,
  World,
} from '../../cloudfunctions/domains/registry';
import { ShopSettings } from '../../cloudfunctions/domains/settings';
import { minute } from '../../cloudfunctions/kit/time';
import { makeLog } from '../../cloudfunctions/platform/log';
import { seal, unseal } from '../../cloudfunctions/platform/secret';
import type { Transaction } from '../../cloudfunctions/platform/wechat-pay/transaction';
import { quietFiles } from './quiet-files';
import { quietPay } from './quiet-pay';
import { quietWechat } from './quiet-wechat';
import { addAddress, addGoods, addMember, addShop, hireIn, noon, type Hired } from './small-rows';

export { noon };

const dataKey = Buffer.alloc(32, 7).toString('base64');

/** Somebody whom the house has looked up, and who may also ask for a deed that does so itself. */
export type Known<C extends Context = Context> = C & AskingContext;

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
  shopper(nowMs?: number): Promise<Known>;
  /** A member's context at another instant. */
  at<C extends Context>(context: C, nowMs: number): C;
  /** The context of somebody who works here. */
  staff(hired: Hired, nowMs?: number): Known<StaffContext>;
  /** Adds an address in Shanghai to a member; its id. */
  address(context: Context): Promise<string>;
  /** Sets what lies on a SKU's shelf, with nothing held or sold. */
  stock(skuId: string, pieces: number): Promise<void>;
  ports: Ports & {
    pay: ReturnType<typeof quietPay>;
    wechat: ReturnType<typeof quietWechat>;
    files: ReturnType<typeof quietFiles>;
  };
}

/** Opens a small shop in an empty database. */
export async function smallShop(db: Database): Promise<SmallShop> {
  const { shopId, storeId } = await addShop(db);
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
    cityStores: [],
  };
  const ports = smallPorts();
  const world = { db, shop, log: makeLog('silent'), ports };
  return { shop, storeId, guides, manager, ...goods, ports, ...peopleOf(world, storeId) };
}

function smallPorts() {
  return {
    pay: quietPay(),
    wechat: quietWechat(),
    files: quietFiles(),
    payAccount: { mchid: 'm', appid: 'a' },
    tracker: null,
    codePicture: () => Promise.resolve('data:image/png;base64,'),
    seal: (plain: string) => seal(plain, dataKey),
    unseal: (sealed: string) => unseal(sealed, dataKey),
  };
}

/** Lets in whoever has joined. */
export function letIn(found: Caller | null): Caller {
  if (found === null) throw new Error('nobody with this openid has joined');
  return found;
}

type Deeds = Pick<SmallShop, 'shopper' | 'at' | 'staff' | 'address' | 'stock'>;

function peopleOf(world: Omit<World, 'nowMs'>, storeId: string): Deeds {
  const { db, shop } = world;
  return {
    async shopper(nowMs = noon) {
      const { memberId, openid } = await addMember(db, shop.shopId);
      const caller = { memberId, openid, nickname: '', staff: null };
      return { ...world, nowMs, identity: { openid }, caller, admit: letIn };
    },
    at: (context, nowMs) => ({ ...context, nowMs }),
    staff: ({ staffId, memberId, openid, name, role }, nowMs = noon) => ({
      ...world,
      nowMs,
      identity: { openid },
      admit: letIn,
      caller: { memberId, openid, nickname: name, staff: { staffId, role, name, storeId } },
    }),
    address: (context) => addAddress(db, context),
    async stock(skuId, pieces) {
      const row = { received: pieces, onHand: pieces, held: 0, sold: 0 };
      await db.updateTable('stock').set(row).where('skuId', '=', skuId).execute();
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

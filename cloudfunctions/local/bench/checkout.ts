import { randomBytes } from 'node:crypto';
import { measure, type Measured } from './measure';
import type { BenchShop } from './shop';

/** An order that the shop placed, with what a notice of its payment says. */
export interface Placed {
  orderId: string;
  number: string;
  payableFen: number;
  shopper: number;
}

/** A shopper with a session and an address. */
export interface Buyer {
  session: string;
  addressId: string;
}

const people = 100;

/** Addresses for the buyers, so that orders go by parcel as most do. */
export async function prepareBuyers(shop: BenchShop): Promise<Buyer[]> {
  const buyers: Buyer[] = [];
  for (let n = 1; n <= people; n += 1) {
    const session = shop.session(n);
    const address = { name: '王芳', phone: '13812345678', regionCode: '310104', detail: '漕溪北路 1 号', isDefault: true };
    const { addressId } = (await shop.ask('members.saveAddress', address, session)) as { addressId: string };
    buyers.push({ session, addressId });
  }
  return buyers;
}

/** Places `calls` orders of two lines each; the quote was read before, as a checkout page has it. */
export async function placeOrders(shop: BenchShop, buyers: readonly Buyer[], clients: number, calls: number) {
  const wanted = await wantedOrders(shop, buyers, calls);
  shop.wire?.forget();
  const placed: Placed[] = [];
  const measured = await measure(clients, calls, async (turn) => {
    const order = wanted[turn];
    if (order === undefined) return;
    const value = (await shop.ask('orders.place', order.input, order.session)) as Omit<Placed, 'shopper'>;
    placed.push({ ...value, shopper: order.shopper });
  });
  return { measured, placed };
}

async function wantedOrders(shop: BenchShop, buyers: readonly Buyer[], calls: number) {
  const { rows } = await shop.bare.query<{ sku_id: string }>(
    `select s.sku_id from skus s join products p on p.shop_id = s.shop_id and p.product_id = s.product_id
     where p.state = 'on' and s.on_sale order by md5(s.sku_id::text)`,
  );
  const wanted = [];
  for (let turn = 0; turn < calls; turn += 1) {
    const shopper = turn % buyers.length;
    const buyer = buyers[shopper];
    const pair = [rows[(turn * 2) % rows.length], rows[(turn * 2 + 1) % rows.length]];
    const lines = pair.flatMap((row) => (row === undefined ? [] : [{ skuId: row.sku_id, quantity: 1 }]));
    const delivery = { kind: 'express', addressId: buyer?.addressId };
    const session = buyer?.session ?? '';
    const preview = (await shop.ask('orders.preview', { lines, delivery }, session)) as { quote: { payableFen: number } };
    const key = randomBytes(12).toString('hex');
    wanted.push({ session, shopper: shopper + 1, input: { key, lines, delivery, payableFen: preview.quote.payableFen } });
  }
  return wanted;
}

/** Delivers the notice of each order's payment, signed and sealed as WeChat Pay does; the signing is not measured. */
export async function settleOrders(shop: BenchShop, placed: readonly Placed[], clients: number): Promise<Measured> {
  const notices = placed.map((order) => noticeOf(shop, order));
  return measure(clients, notices.length, async (turn) => {
    const notice = notices[turn];
    if (notice === undefined) return;
    const { status } = await shop.bundles.notify.handle(notice);
    if (status !== 204) throw new Error(`a notice was answered ${status}`);
  });
}

function noticeOf(shop: BenchShop, order: Placed) {
  const { hand, mchid, appid } = shop;
  const plain = JSON.stringify({
    mchid,
    appid,
    out_trade_no: order.number,
    transaction_id: `4200${order.number}`,
    trade_type: 'JSAPI',
    trade_state: 'SUCCESS',
    success_time: new Date().toISOString().replace(/\.\d+Z$/, '+00:00'),
    payer: { openid: `demo-shopper-${order.shopper}` },
    amount: { total: order.payableFen, payer_total: order.payableFen, currency: 'CNY', payer_currency: 'CNY' },
  });
  const rawBody = JSON.stringify({
    id: order.orderId,
    create_time: new Date().toISOString(),
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: { original_type: 'transaction', ...hand.sealed(plain, 'transaction') },
  });
  const signed = hand.signed(rawBody, 'public_key', Date.now());
  const headers = Object.fromEntries(Object.entries(signed).map(([name, value]) => [name.toLowerCase(), value]));
  return { method: 'POST', path: '/pay/notify', headers, rawBody };
}

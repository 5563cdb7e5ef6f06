import { pageOf, placeBehind } from '../../../kit/cursor';
import { present } from '../../../kit/refusal';
import { guideCard, oneStore } from '../../guides/usecases/stores';
import { refundsOf } from '../../payments/usecases/refunds';
import { storedRefundsOf } from '../../wallet/usecases/refund';
import type { Context } from '../../registry';
import { refuse } from '../refusals';
import { eventText } from '../rules/steps';
import type { Contact, ListOrders, ShowOrder } from '../schema';
import {
  countByState,
  findMineByNumber,
  findOrder,
  listEvents,
  listLines,
  listOrderRows,
} from '../store/find';

const pageSize = 10;
const linesOnCard = 3;

/** My orders, newest first, page by page. */
export async function listOrders(context: Context, { states, words, cursor }: ListOrders) {
  const { db, shop, caller } = context;
  const after = placeBehind(cursor);
  const found = await listOrderRows(db, {
    shopId: shop.shopId,
    memberId: caller.memberId,
    states,
    words,
    after,
    limit: pageSize + 1,
  });
  const { rows, next } = pageOf(found, pageSize, (row) => ({
    value: row.placedAt,
    id: row.orderId,
  }));
  const lines = await listLines(
    db,
    shop.shopId,
    rows.map((row) => row.orderId),
  );
  const items = rows.map((row) => {
    const mine = lines.filter((line) => line.orderId === row.orderId);
    return {
      ...row,
      pieces: mine.reduce((sum, line) => sum + line.quantity, 0),
      lines: mine.slice(0, linesOnCard).map(lineView),
    };
  });
  return { items, nowMs: context.nowMs, next };
}

/** One of my orders, whole. Foreign and missing ids are refused alike. */
export async function showOrder(context: Context, wanted: ShowOrder) {
  const { db, shop, nowMs, ports } = context;
  const order = present(await findMine(context, wanted), refuse('no_such_order'));
  const { orderId } = order;
  const [lines, events, guide, store, refunds, stored] = await Promise.all([
    listLines(db, shop.shopId, [orderId]),
    listEvents(db, shop.shopId, orderId),
    guideCard(context, order.guideId),
    order.delivery === 'pickup' ? oneStore(context, order.storeId, false) : null,
    refundsOf(context, orderId),
    storedRefundsOf(context, orderId),
  ]);
  const contact =
    order.contactSealed === null
      ? null
      : (JSON.parse(ports.unseal(order.contactSealed)) as Contact);
  return {
    ...headOf(order),
    contact,
    guide,
    store,
    refunds: [...refunds, ...stored.map(toWallet)],
    nowMs,
    lines: lines.map(lineView),
    events: events.map((event) => ({
      step: event.step,
      say: eventText(event),
      happenedAt: event.happenedAt,
    })),
  };
}

/** Stored value that went back is back at once. */
function toWallet({ amountFen, doneAt }: { amountFen: number; doneAt: number }) {
  return { amountFen, state: 'done', reason: 'to_wallet', wantedAt: doneAt };
}

async function findMine({ db, shop, caller }: Context, { orderId, number }: ShowOrder) {
  return orderId === undefined
    ? findMineByNumber(db, shop.shopId, caller.memberId, number ?? '')
    : findOrder(db, shop.shopId, caller.memberId, orderId);
}

type OrderRow = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

/** What an order's own row tells its shopper; sealed and inner columns stay behind. */
function headOf(order: OrderRow) {
  const {
    contactSealed: _sealed,
    contactMask: _mask,
    credit: _credit,
    dues: _dues,
    completedFen: _completedFen,
    openClaims: _openClaims,
    refundedFreightFen: _refundedFreightFen,
    ...told
  } = order;
  const {
    shopId: _shop,
    memberId: _member,
    storeId: _store,
    guideId: _guide,
    shareId: _share,
    ...head
  } = told;
  return head;
}

/** How many of my orders stand where. */
export async function countOrders({ db, shop, caller }: Context) {
  const rows = await countByState(db, shop.shopId, caller.memberId);
  const of = (state: string) => rows.find((row) => row.state === state)?.orders ?? 0;
  return {
    unpaid: of('unpaid'),
    paid: of('paid'),
    shipped: of('shipped'),
    received: of('received'),
  };
}

function lineView(line: Awaited<ReturnType<typeof listLines>>[number]) {
  const { shopId: _shop, orderId: _order, askedQuantity: _asked, ...shown } = line;
  return shown;
}

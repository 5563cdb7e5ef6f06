import { pageOf, placeBehind } from '../../../kit/cursor';
import { insist, present } from '../../../kit/refusal';
import { membersById } from '../../members/usecases/by-id';
import type { Contact } from '../../orders/schema';
import type { StaffContext } from '../../registry';
import { refuse } from '../refusals';
import { goodsView } from '../rules/goods';
import { parcelStateNames, parcelText, whyNotCorrect } from '../rules/parcel';
import { picksBySku, type PickLine } from '../rules/picks';
import { alarmAfterMs } from '../rules/shipping-info';
import type { ListBoard, ListPicks, OrderIdOnly } from '../schema';
import {
  countBoard,
  findToPack,
  findToPick,
  listBoard,
  listDuties,
  type DutyRow,
} from '../store/board';
import { listLines, listParcels } from '../store/parcels';

const pageSize = 20;
const mostDuties = 50;
const nobody = '微信用户';

/** Orders that wait for the staff. Managers see all; guides what is picked up at their own store. */
export async function showBoard(context: StaffContext, { tab, words = '', cursor }: ListBoard) {
  const { db, shop, caller } = context;
  const { role, storeId } = caller.staff;
  const own = tab === 'pickup' || tab === 'city';
  insist(role === 'guide' && !own ? refuse('managers_only') : null);
  const after = placeBehind(cursor);
  const whose = { shopId: shop.shopId, storeId: role === 'guide' ? storeId : null };
  const found = await listBoard(db, { ...whose, tab, words, after, limit: pageSize + 1 });
  const { rows, next } = pageOf(found, pageSize, ({ sortedAt, orderId }) => ({
    value: sortedAt,
    id: orderId,
  }));
  const ids = rows.map(({ orderId }) => orderId);
  const [lines, parcels, people] = [
    await listLines(db, shop.shopId, ids),
    await listParcels(db, shop.shopId, ids),
    await membersById(
      context,
      rows.map(({ memberId }) => memberId),
    ),
  ];
  const items = rows.map(({ memberId, contactMask, sortedAt: _sortedAt, ...row }) => ({
    ...row,
    run: runOf(row),
    buyer: people.get(memberId)?.nickname ?? nobody,
    receiver: receiverOf(contactMask),
    goods: lines.filter(({ orderId }) => orderId === row.orderId).map(goodsView),
    parcels: parcels
      .filter(({ orderId }) => orderId === row.orderId)
      .map((parcel) => ({
        parcelId: parcel.parcelId,
        label: parcelText(parcel),
        stateName: parcelStateNames[parcel.state],
      })),
  }));
  return { items, next };
}

/** What is promised of goods that travel within the city. */
function runOf(row: Pick<Awaited<ReturnType<typeof listBoard>>[number], RunColumn>) {
  const { slotStartsAt, slotEndsAt, minutes, promisedBy, sentAt, deliveredAt, breachedAt } = row;
  if (minutes === null) return null;
  return { slotStartsAt, slotEndsAt, minutes, promisedBy, sentAt, deliveredAt, breachedAt };
}

type RunColumn =
  | 'slotStartsAt'
  | 'slotEndsAt'
  | 'minutes'
  | 'promisedBy'
  | 'sentAt'
  | 'deliveredAt'
  | 'breachedAt';

/** A stored mask, as it was written when the order was placed. */
function receiverOf(mask: unknown) {
  if (typeof mask !== 'object' || mask === null) return null;
  const { name = '', phone = '', region = '' } = mask as Readonly<Record<string, string>>;
  return { name, phone, region };
}

/** How many orders wait, and how many of them WeChat will soon ask about. */
export async function countWaiting({ db, shop, caller, nowMs }: StaffContext) {
  const { role, storeId } = caller.staff;
  const { shopId } = shop;
  const own = role === 'guide' ? storeId : null;
  const waiting = await countBoard(db, shopId, own);
  if (role === 'guide') return { ...waiting, toShip: 0, late: 0 };
  const due = { shopId, paidBefore: nowMs - alarmAfterMs, limit: mostDuties };
  return { ...waiting, late: (await listDuties(db, due)).length };
}

/** Orders that WeChat should have heard of: it wants to know of goods within 48 hours. */
export async function showDuties({ db, shop, nowMs }: StaffContext) {
  const paidBefore = nowMs - alarmAfterMs;
  const rows = await listDuties(db, { shopId: shop.shopId, paidBefore, limit: mostDuties });
  const items = rows.map((row) => ({
    ...{ orderId: row.orderId, number: row.number, paidAt: row.paidAt },
    say: dutySay(row),
  }));
  return { items };
}

function dutySay({ sent, problem }: DutyRow): string {
  if (!sent) return '付款超过 36 小时还没有发货';
  if (problem === null) return '已发货，正在上报微信';
  return '已发货，上报微信没有成功，正在重试';
}

/** An order for whoever packs it: the address in full, and what is left to send. */
export async function showPacking(context: StaffContext, { orderId }: OrderIdOnly) {
  const { db, shop, ports } = context;
  const found = await findToPack(db, shop.shopId, orderId);
  const {
    contactSealed,
    memberId,
    paidAt: _paidAt,
    delivery: _delivery,
    ...order
  } = present(found, refuse('no_such_order'));
  const lines = await listLines(db, shop.shopId, [orderId]);
  const parcels = await listParcels(db, shop.shopId, [orderId]);
  const people = await membersById(context, [memberId]);
  const packed = order.state === 'paid' || order.state === 'shipped';
  const sealed = packed ? contactSealed : null;
  return {
    ...order,
    buyer: people.get(memberId)?.nickname ?? nobody,
    contact: sealed === null ? null : (JSON.parse(ports.unseal(sealed)) as Contact),
    goods: lines.map(goodsView),
    parcels: parcels.map((parcel) => ({
      parcelId: parcel.parcelId,
      label: parcelText(parcel),
      stateName: parcelStateNames[parcel.state],
      correctable: whyNotCorrect(order, parcels, parcel) === null,
    })),
  };
}

/** What to take from the shelves for chosen orders: summed by SKU, and order by order. */
export async function listPicks(context: StaffContext, { orderIds }: ListPicks) {
  const { db, shop } = context;
  const orders = await findToPick(db, shop.shopId, orderIds);
  const ids = orders.map(({ orderId }) => orderId);
  const lines = await listLines(db, shop.shopId, ids);
  const people = await membersById(
    context,
    orders.map(({ memberId }) => memberId),
  );
  const picks = lines.map((line) => ({ orderId: line.orderId, ...pickOf(line) }));
  return {
    bySku: picksBySku(picks.map(({ orderId: _order, ...pick }) => pick)),
    orders: orders.map(({ orderId, number, memberId, contactMask, remark }) => ({
      ...{ orderId, number, remark },
      buyer: people.get(memberId)?.nickname ?? nobody,
      receiver: receiverOf(contactMask),
      goods: picksBySku(
        picks
          .filter((pick) => pick.orderId === orderId)
          .map(({ orderId: _order, ...pick }) => pick),
      ),
    })),
  };
}

function pickOf(line: Awaited<ReturnType<typeof listLines>>[number]): PickLine {
  const { skuId, title, specText, pictureUrl } = line;
  return { skuId, title, specText, pictureUrl, quantity: goodsView(line).left };
}

import { pageOf, placeBehind } from '../../../kit/cursor';
import { day as dayMs, minute } from '../../../kit/time';
import { membersById } from '../../members/usecases/by-id';
import { whyCredited } from '../../referral/rules/credit';
import { earningsOf } from '../../referral/usecases/earnings';
import type { StaffContext } from '../../registry';
import type { ListCredited } from '../schema';
import { findOrdersById, listLines } from '../store/find';

const pageSize = 20;

/** Orders that earn me commission, newest first: buyers by nickname, no address, no phone. */
export async function listCredited(context: StaffContext, { day, cursor }: ListCredited) {
  const { db, shop, caller } = context;
  const after = placeBehind(cursor);
  const found = await earningsOf(
    context,
    { guideId: caller.staff.staffId, ...stretch(day, shop.offsetMinutes) },
    after,
    pageSize + 1,
  );
  const { rows: earned, next } = pageOf(found, pageSize, (entry) => ({
    value: entry.madeAt,
    id: entry.entryId,
  }));
  const orderIds = [...new Set(earned.map((entry) => entry.orderId))];
  const [orders, lines] = await Promise.all([
    findOrdersById(db, shop.shopId, orderIds),
    listLines(db, shop.shopId, orderIds),
  ]);
  const people = await membersById(
    context,
    orders.map((order) => order.memberId),
  );
  const items = earned.flatMap((entry) => {
    const order = orders.find((row) => row.orderId === entry.orderId);
    const mine = lines.filter((line) => line.orderId === entry.orderId);
    if (order === undefined) return [];
    return [
      {
        orderId: order.orderId,
        number: order.number,
        state: order.state,
        paidAt: order.paidAt ?? entry.madeAt,
        buyer: people.get(order.memberId)?.nickname ?? '微信用户',
        title: mine[0]?.title ?? '',
        pictureUrl: mine[0]?.pictureUrl ?? '',
        pieces: mine.reduce((sum, line) => sum + line.quantity, 0),
        baseFen: entry.baseFen,
        commissionFen: entry.amountFen,
        part: entry.part,
        why: whyCredited(order.credit, entry.part),
      },
    ];
  });
  return { items, next };
}

function stretch(day: string | undefined, offsetMinutes: number) {
  if (day === undefined) return { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
  const fromMs = Date.parse(`${day}T00:00:00Z`) - offsetMinutes * minute;
  return { fromMs, toMs: fromMs + dayMs };
}

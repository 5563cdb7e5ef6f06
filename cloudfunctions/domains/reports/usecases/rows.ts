import { pageOf, placeBehind } from '../../../kit/cursor';
import { membersById } from '../../members/usecases/by-id';
import type { StaffContext } from '../../registry';
import { windowStretch } from '../rules';
import type { ListRows } from '../schema';
import { countRows, listCounted, type CountedRow } from '../store';

const pageSize = 20;

/** The rows that a number counts, newest first, with how many there are in all. */
export async function listRows(
  context: StaffContext,
  { number, window, guideId, cursor }: ListRows,
) {
  const { db, shop, nowMs } = context;
  const after = placeBehind(cursor);
  const filter = {
    shopId: shop.shopId,
    number,
    guideId: number === 'guide' ? guideId : undefined,
    stretch: windowStretch(window, nowMs, shop.offsetMinutes),
  };
  const [found, total] = await Promise.all([
    listCounted(db, filter, after, pageSize + 1),
    countRows(db, filter),
  ]);
  const { rows, next } = pageOf(found, pageSize, (row) => ({
    value: row.happenedAt,
    id: row.id,
  }));
  const people = await membersById(
    context,
    rows.map((row) => row.memberId),
  );
  const items = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.memberId === null ? '访客' : (people.get(row.memberId)?.nickname ?? '微信用户'),
    line: lineOf(row),
    amountFen: row.amountFen,
    happenedAt: row.happenedAt,
  }));
  return { items, total, next };
}

function lineOf({ kind, number, pieces }: CountedRow): string {
  if (kind === 'buyer') return `${pieces} 笔订单`;
  if (kind === 'visitor') return `来访 ${pieces} 次`;
  const said = kind === 'refund' ? '退款' : '订单';
  return pieces > 0 ? `${said} ${number} · ${pieces} 件` : `${said} ${number}`;
}

import { day, hour } from '../../../kit/time';
import type { ShopWorld } from '../world/types';
import type { Pen } from './insert';

const daysBack = 15;
const offsetMs = 8 * hour;

/**
 * The bill of one day two weeks ago, compared and without a difference. The jobs go on from there by themselves, so
 * that a new demo shop has the bills of its last days within moments.
 */
export async function writeFirstBill(pen: Pen, { options }: ShopWorld): Promise<void> {
  const { nowMs } = options;
  const begunMs = Math.floor((nowMs + offsetMs) / day) * day - offsetMs - daysBack * day;
  const theDay = new Date(begunMs + offsetMs).toISOString().slice(0, 10);
  await pen.client.query(
    `insert into bills (shop_id, day, state, tries, next_try_at, payments, paid_fen, refunds, refunded_fen, matched,
      differences, compared_at)
    select $1, $2, 'compared', 1, $4, p.rows, p.fen, r.rows, r.fen, p.rows + r.rows, 0, $4 + $5
    from (select count(*) as rows, coalesce(sum(fen), 0) as fen from (
        select amount_fen as fen from payments
        where shop_id = $1 and method = 'wechat' and paid_at >= $3 and paid_at < $4
        union all
        select principal_fen from recharges where shop_id = $1 and state = 'paid' and paid_at >= $3 and paid_at < $4
      ) paid) p,
      (select count(*) as rows, coalesce(sum(amount_fen), 0) as fen from refunds
        where shop_id = $1 and accepted_at >= $3 and accepted_at < $4) r`,
    [pen.shopId, theDay, begunMs, begunMs + day, 10 * hour],
  );
}

import { sql } from 'kysely';
import type { Place } from '../../../kit/cursor';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import { endedStates } from '../flow';
import type { Tab } from '../schema';

type Db = Queries<Tables>;

/** A page of a list: from a place on, so many. */
export interface Page {
  after: Place | undefined;
  limit: number;
}

/** Whose after-sales: a member's, or those of the orders of a guide, or of one order. */
export type Whose =
  | { memberId: string; orderId?: string }
  | { guideId: string }
  | { memberId?: never; orderId: string };

/** After-sales, the latest asked first. */
export async function listSales(db: Db, shopId: string, whose: Whose, { after, limit }: Page) {
  const wanted = Object.entries(whose) as ['memberId' | 'guideId' | 'orderId', string][];
  let query = db.selectFrom('afterSales').selectAll().where('shopId', '=', shopId);
  for (const [column, id] of wanted) query = query.where(column, '=', id);
  return query
    .$if(after !== undefined, (rows) =>
      rows.where(
        sql<boolean>`(asked_at, after_sale_id) < (${after?.value ?? 0}::bigint, ${after?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy('askedAt', 'desc')
    .orderBy('afterSaleId', 'desc')
    .limit(limit)
    .execute();
}

/** After-sales of one of the shop's lists: what is due first stands first; of those that ended the latest. */
export async function listBoardRows(db: Db, shopId: string, tab: Tab, { after, limit }: Page) {
  const ended = tab === 'ended';
  const states = ended ? [...endedStates] : [tab];
  const [value, id] = [after?.value ?? 0, after?.id ?? ''];
  const behind = ended
    ? sql<boolean>`(turn_at, after_sale_id) < (${value}::bigint, ${id}::uuid)`
    : sql<boolean>`(turn_at, after_sale_id) > (${value}::bigint, ${id}::uuid)`;
  return db
    .selectFrom('afterSales')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('state', 'in', states)
    .$if(after !== undefined, (rows) => rows.where(behind))
    .orderBy('turnAt', ended ? 'desc' : 'asc')
    .orderBy('afterSaleId', ended ? 'desc' : 'asc')
    .limit(limit)
    .execute();
}

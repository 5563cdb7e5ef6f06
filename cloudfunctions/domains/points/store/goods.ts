import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { Whose } from './accounts';

/** Goods for points, or for points and money in fen. */
interface Good {
  promotionId: string;
  productId: string;
  skuId: string;
  title: string;
  specValues: string[];
  pictureUrl: string;
  points: number;
  priceFen: number;
  listFen: number;
  left: number;
  mineLeft: number | null;
  endsAt: number;
}

/** Goods that a member can have for points now; pieces that nobody took yet, and that she may still have. */
export async function listExchangeGoods(
  db: Queries<Tables>,
  { shopId, memberId }: Whose,
  nowMs: number,
  limit: number,
): Promise<Good[]> {
  const { rows } = await sql<Good>`select promotion_id as "promotionId", product_id as "productId",
      sku_id as "skuId", title, spec_values as "specValues", picture_url as "pictureUrl", points,
      price_fen as "priceFen", list_fen as "listFen", pieces_left as "left", mine_left as "mineLeft",
      ends_at as "endsAt"
    from exchange_goods(${shopId}, ${memberId}, ${nowMs}, ${limit})`.execute(db);
  return rows;
}

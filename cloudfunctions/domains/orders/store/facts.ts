import { callFunction } from '../../../platform/database';
import type { Database } from '../../registry';

/** What is asked for: who asks, SKUs, an address of hers, a store, and her touches between two instants (ms). */
export interface FactsAsked {
  shopId: string;
  openid: string;
  skuIds: readonly string[];
  addressId: string | null;
  storeId: string | null;
  fromMs: number;
  toMs: number;
  /** A binding older than this is over, in ms. */
  boundAfter: number;
}

/** Who asks and all that her order depends on, in one statement: the rooms whose rows they are know what they mean. */
export async function findOrderFacts<Facts>(db: Database, asked: FactsAsked): Promise<Facts> {
  const { shopId, openid, skuIds, addressId, storeId, fromMs, toMs, boundAfter } = asked;
  const given = [shopId, openid, skuIds, addressId, storeId, fromMs, toMs, boundAfter];
  return callFunction(db, 'order_facts', given);
}

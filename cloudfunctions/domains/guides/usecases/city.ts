import type { Database } from '../../registry';
import { CityTerms, type CityStore } from '../schema';
import { listCityRows } from '../store';

/** The shop's open stores that bring goods to addresses in their city. */
export async function cityStoresIn(db: Database, shopId: string): Promise<CityStore[]> {
  const rows = await listCityRows(db, shopId);
  return rows.map(({ storeId, name, cityTerms }) => ({
    ...{ storeId, name },
    terms: CityTerms.parse(cityTerms),
  }));
}

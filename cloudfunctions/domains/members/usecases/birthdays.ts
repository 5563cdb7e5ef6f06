import type { World } from '../../registry';
import { listBorn } from '../store';

/**
 * Members whose birthday is on `day` (`YYYY-MM-DD`), in the order of their ids, from one on. Whoever was born on
 * 29 February has it on the 28th of a common year.
 */
export async function bornOn(
  { db, shop }: Pick<World, 'db' | 'shop'>,
  { day, afterId, limit }: { day: string; afterId: string | null; limit: number },
): Promise<string[]> {
  return listBorn(db, { shopId: shop.shopId, days: birthdaysOn(day) }, { afterId, limit });
}

/** The birthdays that are kept on a day, as month × 100 + day. */
function birthdaysOn(today: string): number[] {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const common = year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0);
  return [month * 100 + day, ...(common && month === 2 && day === 28 ? [229] : [])];
}

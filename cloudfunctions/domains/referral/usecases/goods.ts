import { rateOfFen } from '../../../kit/money';
import { cardPage, cardView } from '../../catalogue/usecases/browse';
import { categoryRates } from '../../catalogue/usecases/by-id';
import { guidesById } from '../../guides/usecases/stores';
import type { StaffContext } from '../../registry';
import { rateOf } from '../rules/credit';
import type { ListGoods } from '../schema';

/** Goods with what one piece at its lowest price would earn me. */
export async function listGoods(context: StaffContext, wanted: ListGoods) {
  const [page, rates, [me]] = await Promise.all([
    cardPage(context, { ...wanted, sort: 'hot', limit: 20 }),
    categoryRates(context),
    guidesById(context, [context.caller.staff.staffId]),
  ]);
  const items = page.rows.map((row) => {
    const rateBp = rateOf(
      { productRateBp: row.rateBp, categoryRateBp: rates.get(row.categoryId) ?? 0 },
      me?.rateBp ?? 0,
    );
    return { ...cardView(row), rateBp, commissionFen: rateOfFen(row.priceFen, rateBp) };
  });
  return { items, next: page.next };
}

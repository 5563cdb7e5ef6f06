import { splitFen, type Fen } from '../../../kit/money';
import { compose } from './compose';
import type { QuoteFacts } from './facts';
import type { Quote } from './quoted';
import { planOf } from './search/plan';
import { search } from './search/search';

/**
 * The price of an order with its reasons: a pure function of its facts, the same on the phone and in the cloud.
 *
 * Lines are put in the order of their SKU ids first, so that the order in which they were put in a cart never
 * moves an amount; the answer has them in the order asked for. Then, each step reading what the one before left:
 * 1 unit prices; 2 sets; 3 order promotions; 4 coupons; 5 points; 6 freight, which no discount of goods touches
 * and which is freed by what goods cost before points: points are a way to pay and cost nobody free delivery;
 * 7 stored value, which pays; 8 points to earn. What the shopper leaves open is chosen for the lowest payable,
 * then the most points left, then the coupon that ends first, and that is exact (see search).
 */
export function quote(facts: QuoteFacts): Quote {
  const plan = planOf(facts);
  return compose(facts, plan, search(plan, facts.choice));
}

/** What each unit of a line was paid, by largest remainder, so that refunds in any order sum to the line. */
export function unitsPaid(paidFen: number, quantity: number): Fen[] {
  return splitFen(
    paidFen,
    Array.from({ length: quantity }, () => 1),
  );
}

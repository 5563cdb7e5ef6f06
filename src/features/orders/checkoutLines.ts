import { moneyText } from '../../../cloudfunctions/kit/money';
import { promotionPill } from '../../../cloudfunctions/domains/promotions/rules/text';
import type { DraftLine } from './checkoutDraft';
import type { OrderPreview } from './steps';

/** A line of the checkout as it is drawn; see LineRow for what its parts mean. */
export interface CheckoutLine {
  readonly id: string;
  readonly title: string;
  readonly specText: string;
  readonly pictureUrl: string;
  readonly unitFen: number;
  readonly listFen: number;
  readonly quantity: number;
  readonly pill: string;
  readonly points: number;
  readonly offs: readonly string[];
  readonly problem: string | undefined;
}

type Shown = OrderPreview['skus'][number];

/** What is bought, then goods of 加价购, then gifts; each line with its price and what stands in its way. */
export function checkoutLines(lines: readonly DraftLine[], preview: OrderPreview): CheckoutLine[] {
  const { quote, offers, skus } = preview;
  const bought = lines.map(({ skuId, quantity }) => {
    const sku = skus.find((one) => one.skuId === skuId);
    const quoted = quote.lines.find((one) => one.skuId === skuId && one.unitFrom !== 'add_on');
    return {
      ...plainLine(skuId, sku, quantity),
      ...(quoted === undefined ? {} : priceOf(quoted, preview)),
      problem: problemSay(preview.problems.find((problem) => problem.skuId === skuId)),
    };
  });
  const addOns = quote.lines
    .filter(({ unitFrom }) => unitFrom === 'add_on')
    .map((line) => ({
      ...plainLine(`add_on ${line.skuId}`, offers.sideGoods[line.skuId], line.quantity),
      ...priceOf(line, preview),
    }));
  const gifts = quote.gifts.map(({ ruleId, skuId, quantity, skipped }) => ({
    ...plainLine(`${ruleId} ${skuId}`, offers.sideGoods[skuId], quantity),
    unitFen: 0,
    pill: '赠品',
    problem: skipped === null ? undefined : skippedSays[skipped],
  }));
  return [...bought, ...addOns, ...gifts];
}

const skippedSays = { sold_out: '已抢光，本单不含', not_served: '无法送到该地区，本单不含' };

function plainLine(id: string, sku: Shown | undefined, quantity: number): CheckoutLine {
  return {
    id,
    title: sku?.title ?? '商品已下架',
    specText: sku?.specText ?? '',
    pictureUrl: sku?.pictureUrl ?? '',
    unitFen: sku?.listFen ?? 0,
    listFen: sku?.listFen ?? 0,
    quantity,
    pill: '',
    points: 0,
    offs: [],
    problem: undefined,
  };
}

function priceOf(line: OrderPreview['quote']['lines'][number], { quote, offers }: OrderPreview) {
  const rule = offers.promotions.find((one) => one.promotionId === line.unitRule?.ruleId);
  const points = line.unitFrom === 'exchange' ? quote.points.exchanged / line.quantity : 0;
  return {
    unitFen: line.unitFen,
    listFen: line.listFen,
    pill: rule === undefined ? '' : rule.terms.kind === 'add_on' ? '换购' : promotionPill(rule),
    points: Number.isInteger(points) ? points : 0,
    offs: line.discounts.map(({ say, shareFen }) => `${say} ${moneyText(-shareFen)}`),
  };
}

/** The shop's sentence, with the number that is left where there is any. */
function problemSay(problem: OrderPreview['problems'][number] | undefined): string | undefined {
  if (problem === undefined) return undefined;
  if (problem.code !== 'too_few' || problem.say.includes(String(problem.left))) return problem.say;
  return `${problem.say}，剩 ${problem.left} 件`;
}

import type { PromotionKind } from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import type { IconName } from '../../../ui/Icon';

/** What a manager reads before choosing a kind, and what its form asks. */
export interface KindFacts {
  readonly kind: PromotionKind;
  readonly name: string;
  readonly line: string;
  readonly icon: IconName;
  /** Its goods are named in its terms; other kinds ask for a scope. */
  readonly namesGoods: boolean;
  /** Whether its goods take coupons unless the manager says otherwise. */
  readonly withCoupons: boolean;
}

type Line = readonly [PromotionKind, name: string, line: string, IconName];

const lines: readonly Line[] = [
  ['flash', '秒杀', '限时限量，按秒杀价卖，卖完为止', 'bolt'],
  ['timed', '限时折扣', '一段时间内打折、直降或一口价', 'clock'],
  ['member', '会员价', '按会员等级定折扣', 'person'],
  ['bundle', '组合套餐', '几件商品一起买，一个价', 'grid'],
  ['nth', '第 N 件折扣', '如第二件半价', 'layers'],
  ['off', '满减', '满 ¥199 减 ¥30，最多 5 档', 'yuan'],
  ['rate', '满折', '满 3 件打 8 折，最多 5 档', 'percent'],
  ['gift', '满赠', '满额或满件送赠品', 'gift'],
  ['add_on', '加价购', '满额后加几元换购指定商品', 'cart'],
  ['free_freight', '包邮', '满额或满件免运费', 'truck'],
  ['exchange', '积分兑换', '用积分换，也可以积分加钱', 'star'],
];

const ownGoods: readonly PromotionKind[] = ['flash', 'exchange', 'bundle'];
const withoutCoupons: readonly PromotionKind[] = ['flash', 'exchange'];

/** Every kind, in the order that a manager is offered them. */
export const kinds: readonly KindFacts[] = lines.map(([kind, name, line, icon]) => ({
  kind,
  name,
  line,
  icon,
  namesGoods: ownGoods.includes(kind),
  withCoupons: !withoutCoupons.includes(kind),
}));

/** What is to be known of a kind. */
export function kindFacts(kind: PromotionKind): KindFacts {
  const found = kinds.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no such kind: ${kind}`);
  return found;
}

/** The kind that an address or a kept form names, or null. */
export function kindNamed(name: unknown): PromotionKind | null {
  return kinds.find(({ kind }) => kind === name)?.kind ?? null;
}

import type { Audience } from '../schema/scope';

/** What an audience asks of a buyer; null for somebody who has not signed in. */
export type OfferedTo = null | {
  level: number;
  tags: readonly string[];
  storeId: string | null;
  newBuyer: boolean;
};

/**
 * Whether an offer is for this buyer: every list that is not empty must hold. Somebody who has not signed in
 * may be shown what is for everybody and for new buyers.
 */
export function isFor(audience: Audience, buyer: OfferedTo): boolean {
  const { storeIds, levels, tags, newBuyers } = audience;
  if (buyer === null) return storeIds.length + levels.length + tags.length === 0;
  return (
    (storeIds.length === 0 || (buyer.storeId !== null && storeIds.includes(buyer.storeId))) &&
    (levels.length === 0 || levels.includes(buyer.level)) &&
    (tags.length === 0 || buyer.tags.some((tag) => tags.includes(tag))) &&
    (!newBuyers || buyer.newBuyer)
  );
}

/** Whom an offer is for, for those whom it leaves out; the first reason that does. */
export function audienceSay(audience: Audience, buyer: OfferedTo): string {
  if (audience.newBuyers && buyer !== null && !buyer.newBuyer) return '新客专享';
  if (buyer === null) return '登录后查看是否可用';
  if (audience.levels.length > 0 && !audience.levels.includes(buyer.level))
    return '您的会员等级不适用';
  const { storeIds } = audience;
  if (storeIds.length > 0 && (buyer.storeId === null || !storeIds.includes(buyer.storeId)))
    return '指定门店专享';
  return '仅限部分会员';
}

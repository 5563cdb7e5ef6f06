import { guideCard } from '../../guides/usecases/stores';
import type { Context } from '../../registry';
import { currentBinding } from './credit';

/** The guide whom I am bound to; none after the binding's term. */
export async function showMyGuide(context: Context) {
  const { db, shop, caller, nowMs } = context;
  const bound = await currentBinding(db, { shopId: shop.shopId, memberId: caller.memberId });
  const over = bound === null || bound.boundAt + shop.settings.referral.bindingLivesMs <= nowMs;
  return { guide: await guideCard(context, over ? null : bound.guideId) };
}

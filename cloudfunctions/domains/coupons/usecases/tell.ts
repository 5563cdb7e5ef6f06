import type { Queries } from '../../../platform/database';
import { tellMember } from '../../members/usecases/profile';
import type { Tables, World } from '../../registry';

/** Tells a member of coupons that came to her without her asking, all in one notice. */
export async function tellOfCoupons(
  world: Pick<World, 'shop' | 'nowMs'>,
  tx: Queries<Tables>,
  { memberId, names }: { memberId: string; names: readonly string[] },
): Promise<void> {
  await tellMember(world, tx, {
    memberId,
    kind: 'coupon',
    title: '您收到了优惠券',
    body: `${names.map((name) => `「${name}」`).join('、')}已放入您的卡包`,
    orderId: null,
  });
}

import { transact } from '../../platform/database';
import type { Me, SignIn } from '../../domains/members/schema';
import { profileOf } from '../../domains/members/usecases/profile';
import { joinShop } from '../../domains/members/usecases/sign-in';
import { joinVisitor } from '../../domains/referral/usecases/bind';
import type { VisitorContext } from '../../domains/registry';

/** Joins on first use and takes over what the visitor did before: member, touches and owner move together. */
export async function signIn(context: VisitorContext, { visitorId }: SignIn): Promise<Me> {
  return transact(context.db, async (tx) => {
    const caller = await joinShop(context, tx);
    const isGuide = caller.staff?.role === 'guide';
    if (visitorId !== undefined)
      await joinVisitor(context, tx, { memberId: caller.memberId, visitorId, binds: !isGuide });
    return profileOf(context, tx, caller);
  });
}

import { Declined } from '../cloud';
import { useSession, type Me } from './session';

type Role = NonNullable<Me['staff']>['role'];

/** Signs in, and asks nothing further for somebody who does not work here as one of `roles`: she is told `say`. */
export async function signInAs(roles: readonly Role[], say: string): Promise<Me> {
  const me = await useSession.getState().signIn();
  if (me.staff === null || !roles.includes(me.staff.role)) throw new Declined('not_for_you', say);
  return me;
}

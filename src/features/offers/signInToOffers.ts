import { Declined } from '../../cloud';
import { useSession } from '../../stores/session';

/** Signs in, and asks nothing further for somebody who is no manager here; the page tells him so. */
export async function signInToOffers(): Promise<void> {
  const me = await useSession.getState().signIn();
  if (me.staff?.role !== 'manager') throw new Declined('not_for_you', '这里是店长管活动的地方');
}

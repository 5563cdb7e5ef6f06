import { Declined } from '../../cloud';
import { useSession, type Me } from '../../stores/session';

/** Signs in, and asks nothing further for somebody who is no guide here; the page tells her so. */
export async function signInAsGuide(): Promise<Me> {
  const me = await useSession.getState().signIn();
  if (me.staff?.role !== 'guide') throw new Declined('not_for_you', '这里是导购的工作台');
  return me;
}

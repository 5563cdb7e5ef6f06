import { Declined } from '../../cloud';
import { useSession } from '../../stores/session';

/** Signs in, and asks nothing further for somebody who does not work here as that; the page tells her so. */
export async function signInAsStaff(role: 'guide' | 'manager'): Promise<void> {
  const me = await useSession.getState().signIn();
  if (me.staff?.role !== role) throw new Declined('not_for_you', '这里是门店处理售后的地方');
}

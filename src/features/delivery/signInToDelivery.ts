import { Declined } from '../../cloud';
import { useSession } from '../../stores/session';

/** Signs in, and asks nothing further for somebody who does not work here; the page tells her so. */
export async function signInToDelivery(role?: 'manager'): Promise<void> {
  const { staff } = await useSession.getState().signIn();
  const here = role === undefined ? staff !== null : staff?.role === role;
  if (!here) throw new Declined('not_for_you', '这里是门店员工发货的地方');
}

import { signInAs } from '../../stores/signInAs';

/** Signs in, and asks nothing further for somebody who does not work here; the page tells her so. */
export async function signInToDelivery(role?: 'manager'): Promise<void> {
  await signInAs(role === undefined ? ['guide', 'manager'] : [role], '这里是门店员工发货的地方');
}

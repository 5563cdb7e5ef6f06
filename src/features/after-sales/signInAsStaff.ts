import { signInAs } from '../../stores/signInAs';

/** Signs in, and asks nothing further for somebody who does not work here as that; the page tells her so. */
export async function signInAsStaff(role: 'guide' | 'manager'): Promise<void> {
  await signInAs([role], '这里是门店处理售后的地方');
}

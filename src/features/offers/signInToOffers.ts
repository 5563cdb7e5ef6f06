import { signInAs } from '../../stores/signInAs';

/** Signs in, and asks nothing further for somebody who is no manager here; the page tells him so. */
export async function signInToOffers(): Promise<void> {
  await signInAs(['manager'], '这里是店长管活动的地方');
}

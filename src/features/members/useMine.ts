import { ask, hasSession, type Output } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { useSession } from '../../stores/session';

/** What the page about me shows besides who I am. */
export interface Mine {
  readonly counts: Output<'orders.counts'>;
  readonly guide: Output<'referral.myGuide'>['guide'];
}

/** My own numbers and guide, asked for together once somebody is signed in, and anew at each show. */
export function useMine() {
  const me = useSession((session) => session.me);
  const signedIn = me !== null || hasSession();
  const state = useAsk(askMine, signedIn ? '' : null);
  useShownAgain(() => {
    if (signedIn) void state.reload();
  });
  return { me, signedIn, state };
}

async function askMine(): Promise<Mine> {
  await useSession.getState().signIn();
  const [counts, { guide }] = await Promise.all([
    ask('orders.counts', {}),
    ask('referral.myGuide', {}),
  ]);
  return { counts, guide };
}

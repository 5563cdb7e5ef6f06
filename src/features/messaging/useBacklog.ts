import { ask, Declined } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { useSession } from '../../stores/session';

/** What waits to leave the shop, asked anew whenever the page is shown again. */
export function useBacklog() {
  const state = useAsk(askBacklog);
  useShownAgain(() => void state.reload());
  return state;
}

/** Asks nothing for somebody who is no manager here; the page tells him so. */
async function askBacklog() {
  const me = await useSession.getState().signIn();
  if (me.staff?.role !== 'manager') throw new Declined('not_for_you', '这里是店长看消息的地方');
  return ask('messaging.backlog', {});
}

import { useRef } from 'react';
import { sayWhy } from '../../kit/sayWhy';
import { useAsk } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';
import { toast } from '../../ui/toast';
import { signedNow, signedSay } from './signIn';

/** This month of sign-ins, and signing in: today is marked at once, and unmarked when the shop says no. */
export function useSignIn() {
  const state = useAsk(() => askAsMember('points.signInMonth', {}));
  const underway = useRef(false);

  async function signIn(): Promise<void> {
    if (state.phase !== 'ready' || underway.current) return;
    if (state.value.signedToday) {
      toast('今天已签到');
      return;
    }
    const before = state.value;
    underway.current = true;
    state.change(signedNow);
    try {
      toast(signedSay(await askAsMember('points.signIn', {})));
    } catch (reason) {
      state.change(() => before);
      toast(sayWhy(reason));
    } finally {
      underway.current = false;
    }
    await state.reload();
  }

  return { state, signIn };
}

import { useState } from 'react';
import { sayWhy } from '../../kit/sayWhy';
import { toast } from '../../ui/toast';

/** Does one thing at a time with an after-sale, says how it went, and looks again, also when it was refused. */
export function useDeed(onDone: () => void) {
  const [busy, setBusy] = useState(false);

  async function doing(deed: () => Promise<unknown>, said: string): Promise<boolean> {
    setBusy(true);
    try {
      await deed();
      toast(said);
      return true;
    } catch (reason) {
      toast(sayWhy(reason));
      return false;
    } finally {
      setBusy(false);
      onDone();
    }
  }
  return { busy, doing };
}

export type Deed = ReturnType<typeof useDeed>;

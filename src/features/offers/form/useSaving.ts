import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { Declined } from '../../../cloud';
import { sayWhy } from '../../../kit/sayWhy';
import { freshId } from '../../../stores/chance';
import { toast } from '../../../ui/toast';
import { isSound, type Faults } from './reading';

/** What the shop said no with, at the place of the form where it belongs. */
export interface ShopSaid {
  readonly at: string;
  readonly say: string;
  /** The other offer that stands in the way, if there is one. */
  readonly otherId: string | null;
}

interface SavingParts<Draft> {
  /** Reads the form as it is now. */
  readonly read: () => { readonly draft: Draft; readonly faults: Faults };
  /** Sends it, once per key; what it gives is the new id. */
  readonly send: (key: string, draft: Draft) => Promise<string>;
  /** Where in the form a refusal belongs; null says it in passing. */
  readonly placeOf: (refused: Declined) => string | null;
  readonly onMade: (id: string) => void;
}

/**
 * Saving a form: faults are shown once it was tried, the shop's own beside them until the next change. A try
 * that got no answer is repeated as it was, under the same key, so that nothing is made twice.
 */
export function useSaving<Draft>(form: unknown, parts: SavingParts<Draft>) {
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ form: unknown; what: ShopSaid } | null>(null);
  const unanswered = useRef<{ form: unknown; key: string; draft: Draft } | null>(null);

  useEffect(() => {
    if (tries > 0) showFirstFault();
  }, [tries]);

  async function send(): Promise<void> {
    const { draft, faults } = parts.read();
    if (!isSound(faults)) {
      toast(`还有 ${Object.keys(faults).length} 处要改`);
      return;
    }
    const again = unanswered.current?.form === form ? unanswered.current : null;
    const sent = again ?? { form, key: freshId(), draft };
    unanswered.current = sent;
    try {
      parts.onMade(await parts.send(sent.key, sent.draft));
    } catch (reason) {
      if (!(reason instanceof Declined) || reason.code !== 'no_answer') unanswered.current = null;
      const at = reason instanceof Declined ? parts.placeOf(reason) : null;
      if (at === null || !(reason instanceof Declined)) toast(sayWhy(reason));
      else setSaid({ form, what: { at, say: reason.say, otherId: otherIn(reason) } });
    }
  }

  return {
    tried: tries > 0,
    busy,
    /** Only as long as the form is what the shop refused. */
    said: said !== null && said.form === form ? said.what : null,
    async save(): Promise<void> {
      setBusy(true);
      try {
        await send();
      } finally {
        setBusy(false);
        setTries((before) => before + 1);
      }
    },
  };
}

function otherIn({ details }: Declined): string | null {
  const other = details['promotionId'];
  return typeof other === 'string' ? other : null;
}

/** Brings the first thing that is wrong into sight. */
function showFirstFault(): void {
  void Taro.pageScrollTo({ selector: '.ui-field__error, .fault-line', offsetTop: -120 });
}

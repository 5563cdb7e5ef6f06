import { useReachBottom } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { nothingOffered } from '../../../cloudfunctions/domains/cart/rules/facts';
import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { useCart } from '../../stores/cart';
import { lineWords } from './lineWords';
import { joinCart, type CartFacts } from './rows';
import { addOnOffers, giftRows } from './sides';
import { sumCart } from './sum';

interface AskedFacts {
  readonly facts: CartFacts;
  /** The SKUs that these facts were asked for; a line put in since then waits for the next answer. */
  readonly asked: readonly string[];
}

const noFacts: AskedFacts = {
  facts: { skus: [], templates: {}, offers: nothingOffered },
  asked: [],
};
/** Rows drawn at first; the rest follows a few at a time when the end of the list comes near. */
const rowsAtFirst = 12;
const rowsMore = 4;

/** The cart of this phone with what the shop says of its lines; asked anew whenever the page is shown. */
export function useCartView() {
  const lines = useCart((cart) => cart.lines);
  const addOns = useCart((cart) => cart.addOns);
  const state = useAsk(askFacts);
  const [most, setMost] = useState(rowsAtFirst);

  useShownAgain(() => void state.reload());
  useReachBottom(() => {
    setMost((before) => (before < lines.length ? before + rowsMore : before));
  });

  const { facts, asked } = state.phase === 'ready' ? state.value : noFacts;
  const view = useMemo(() => {
    const joined = joinCart(lines, facts, asked);
    const sum = sumCart(joined.rows, facts, addOns);
    return {
      joined,
      sum,
      words: lineWords(joined.rows, facts, sum),
      gifts: giftRows(sum, facts),
      addOnOffers: addOnOffers(sum, facts),
    };
  }, [lines, facts, asked, addOns]);
  return { state, empty: lines.length === 0, most, ...view };
}

async function askFacts(): Promise<AskedFacts> {
  const asked = useCart.getState().lines.map((line) => line.skuId);
  if (asked.length === 0) return noFacts;
  return { asked, facts: await ask('cart.facts', { skuIds: asked }) };
}

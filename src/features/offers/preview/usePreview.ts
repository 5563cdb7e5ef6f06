import { useMemo, useState } from 'react';
import { ask } from '../../../cloud';
import { phoneNow } from '../../../kit/clock';
import { useAsk, type Asked } from '../../../kit/useAsk';
import type { PickedSku } from '../form/picked';
import { breakdownOf, type Breakdown } from './breakdown';
import { pairOf, type CartFacts, type Tried } from './pair';
import { reaching, type Need } from './reaching';
import { seeded, type SampleLine, type Seed } from './sample';
import { useNextFrame } from './useNextFrame';

/** What a form says for its preview. */
export interface PreviewAsked {
  readonly seed: Seed;
  readonly need: Need;
  /** Pieces of each product that the sample starts with, where that is not one. */
  readonly pieces: Readonly<Record<string, number>>;
  /** SKUs beside the cart that must be known: gifts and 加价购. */
  readonly sideSkuIds: readonly string[];
  /** What is tried, once the form can be read; the shop's time decides when. */
  readonly tried: ((nowMs: number) => Tried) | null;
}

/** The facts of a sample, and how far the shop's clock is ahead of the phone's. */
interface KnownFacts {
  readonly facts: CartFacts;
  readonly aheadMs: number;
}

export interface Preview {
  readonly sample: Asked<PickedSku[]>;
  readonly lines: readonly SampleLine[];
  /** The manager's own sample from now on; null goes back to the one made of the form. */
  readonly choose: (lines: readonly SampleLine[] | null) => void;
  readonly facts: Asked<KnownFacts>;
  /** Null until the form can be read and the facts are there. */
  readonly breakdown: Breakdown | null;
  readonly tried: Tried | null;
  /** The shop's time, as far as the phone knows it. */
  readonly shopNow: () => number;
}

/** A sample cart, quoted on the phone without and with what the form describes, whenever either changes. */
export function usePreview(asked: PreviewAsked): Preview {
  const [own, choose] = useState<readonly SampleLine[] | null>(null);
  const sample = useAsk(() => seeded(asked.seed), own === null ? JSON.stringify(asked.seed) : null);
  const skus = sample.phase === 'ready' ? sample.value : noSkus;
  const lines = useMemo(
    () => own ?? reaching(skus, asked.need, asked.pieces),
    [own, skus, asked.need, asked.pieces],
  );
  const wanted = [...new Set([...lines.map(({ sku }) => sku.skuId), ...asked.sideSkuIds])];
  const facts = useAsk(() => askFacts(wanted), lines.length === 0 ? null : wanted.join(' '));
  const known = facts.phase === 'ready' ? facts.value : null;
  const drawn = useNextFrame(
    useMemo(() => ({ lines, known, ask: asked.tried }), [lines, known, asked.tried]),
  );
  const shown = useMemo(() => previewOf(drawn), [drawn]);
  return {
    sample,
    lines,
    choose,
    facts,
    ...shown,
    shopNow: () => phoneNow() + (known?.aheadMs ?? 0),
  };
}

const noSkus: PickedSku[] = [];

async function askFacts(skuIds: string[]): Promise<KnownFacts> {
  const facts = await ask('cart.facts', { skuIds });
  return { facts, aheadMs: facts.offers.nowMs - phoneNow() };
}

interface Drawn {
  readonly lines: readonly SampleLine[];
  readonly known: KnownFacts | null;
  readonly ask: PreviewAsked['tried'];
}

function previewOf({ lines, known, ask: tryOut }: Drawn) {
  if (known === null || tryOut === null) return { breakdown: null, tried: null };
  const tried = tryOut(known.facts.offers.nowMs);
  const pair = pairOf(known.facts, lines, tried);
  return { breakdown: pair === null ? null : breakdownOf(pair, known.facts), tried };
}

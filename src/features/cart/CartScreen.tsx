import { Text, View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { useCart } from '../../stores/cart';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import { AddOns } from './AddOns';
import { CartBar, EditBar } from './CartBar';
import { CartHints } from './CartHints';
import { CartLine } from './CartLine';
import { Gifts } from './Gifts';
import { GoneLines } from './GoneLines';
import type { LineWords } from './lineWords';
import { goShopping, openClaim } from './routes';
import type { CartRow } from './rows';
import { slotsFor } from './slots';
import type { AddOn, CartSum } from './sum';
import { useCartView } from './useCartView';
import { useEditing, type Editing } from './useEditing';
import './CartScreen.scss';

interface CartScreenProps {
  tabBar: ReactNode;
  /** Takes the chosen lines to the checkout, with the goods of 加价购 that are reached. */
  onCheckout: (lines: { skuId: string; quantity: number }[], addOns: AddOn[]) => void;
}

/** The cart: what is in it, what it costs, and on to the checkout. */
export function CartScreen({ tabBar, onCheckout }: CartScreenProps) {
  const { state, empty, joined, sum, words, gifts, addOnOffers, most } = useCartView();
  const { rows, gone } = joined;
  const editing = useEditing([...rows, ...gone].map((row) => row.skuId));
  const ready = !empty && state.phase === 'ready';
  // One element, so that changing bars sends the bars alone and not the lines beside them.
  const bar = (
    <View>
      {ready && editing.editing ? <EditBar editing={editing} /> : null}
      {ready && !editing.editing && rows.length > 0 ? (
        <CartBar
          rows={rows}
          sum={sum}
          onCheckout={() => onCheckout(sum.chosen.map(wanted), addOnsIn(sum))}
        />
      ) : null}
      {tabBar}
    </View>
  );
  return (
    <Page title="购物车" tab bar={bar} className="cart-page">
      {empty ? (
        <Empty icon="cart" say="购物车还是空的" action="去逛逛" onAction={goShopping} />
      ) : (
        <Ask state={state} skeleton={<SkeletonRows count={3} />}>
          {() => (
            <>
              <Head kinds={rows.length + gone.length} editing={editing} />
              <CartHints hints={sum.hints} />
              {rows.length === 0 ? null : (
                <Lines rows={rows.slice(0, most)} words={words} editing={editing} />
              )}
              <Gifts gifts={gifts} />
              <AddOns offers={addOnOffers} />
              {gone.length === 0 ? null : <GoneLines rows={gone} editing={editing} />}
            </>
          )}
        </Ask>
      )}
    </Page>
  );
}

function wanted({ skuId, quantity }: CartRow) {
  return { skuId, quantity };
}

/** Goods of 加价购 as they stand in the quote; those that are not reached stay behind. */
function addOnsIn({ quote }: CartSum): AddOn[] {
  return quote.lines.flatMap(({ unitFrom, unitRule, skuId, quantity }) =>
    unitFrom === 'add_on' && unitRule !== null
      ? [{ promotionId: unitRule.ruleId, skuId, quantity }]
      : [],
  );
}

function Head({ kinds, editing }: { kinds: number; editing: Editing }) {
  return (
    <View className="cart-head">
      <Text>共 {kinds} 种商品</Text>
      <View className="cart-head__acts">
        <Tap className="cart-head__claim" onTap={openClaim}>
          <Icon name="ticket" size="small" />
          领券
        </Tap>
        <Tap className="cart-head__act" onTap={editing.editing ? editing.finish : editing.begin}>
          {editing.editing ? '完成' : '管理'}
        </Tap>
      </View>
    </View>
  );
}

interface LinesProps {
  rows: readonly CartRow[];
  words: ReadonlyMap<string, LineWords>;
  editing: Editing;
}

function Lines({ rows, words, editing }: LinesProps) {
  const slots = useSlots(rows.map((row) => row.skuId));
  const bySku = new Map(rows.map((row) => [row.skuId, row]));
  const toggle = (skuId: string) =>
    editing.editing ? editing.toggle(skuId) : useCart.getState().toggle(skuId);
  return (
    <View className="cart-card">
      {slots.map((skuId) => {
        const row = bySku.get(skuId);
        const said = words.get(skuId);
        if (row === undefined || said === undefined) return <View key={skuId} />;
        const ticked = editing.editing ? editing.picked.includes(skuId) : row.chosen;
        return (
          <View key={skuId}>
            <CartLine row={row} words={said} ticked={ticked} onTick={() => toggle(skuId)} />
          </View>
        );
      })}
    </View>
  );
}

function useSlots(skuIds: readonly string[]): readonly string[] {
  const [before, setBefore] = useState(skuIds);
  const slots = slotsFor(before, skuIds);
  if (slots !== before) setBefore(slots);
  return slots;
}

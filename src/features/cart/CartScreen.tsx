import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState, type ReactNode } from 'react';
import { useCart } from '../../stores/cart';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import { CartBar, EditBar } from './CartBar';
import { CartLine } from './CartLine';
import { GoneLines } from './GoneLines';
import type { CartRow, FreightHint } from './rows';
import { slotsFor } from './slots';
import { useCartView } from './useCartView';
import { useEditing, type Editing } from './useEditing';
import './CartScreen.scss';

interface CartScreenProps {
  tabBar: ReactNode;
  /** Takes the chosen lines to the checkout. */
  onCheckout: (lines: { skuId: string; quantity: number }[]) => void;
}

/** The cart: what is in it, what it costs, and on to the checkout. */
export function CartScreen({ tabBar, onCheckout }: CartScreenProps) {
  const { state, empty, joined, sum, most } = useCartView();
  const { rows, gone } = joined;
  const editing = useEditing([...rows, ...gone].map((row) => row.skuId));
  const ready = !empty && state.phase === 'ready';
  // One element, so that changing bars sends the bars alone and not the lines beside them.
  const bar = (
    <View>
      {ready && editing.editing ? <EditBar editing={editing} /> : null}
      {ready && !editing.editing && rows.length > 0 ? (
        <CartBar rows={rows} sum={sum} onCheckout={() => onCheckout(sum.chosen.map(wanted))} />
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
              <Hint hint={sum.hint} />
              {rows.length === 0 ? null : <Lines rows={rows.slice(0, most)} editing={editing} />}
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

function goShopping() {
  void Taro.switchTab({ url: '/pages/home/index' });
}

function Head({ kinds, editing }: { kinds: number; editing: Editing }) {
  return (
    <View className="cart-head">
      <Text>共 {kinds} 种商品</Text>
      <Tap className="cart-head__act" onTap={editing.editing ? editing.finish : editing.begin}>
        {editing.editing ? '完成' : '管理'}
      </Tap>
    </View>
  );
}

/** What is missing to free freight, leading to more goods. */
function Hint({ hint }: { hint: FreightHint }) {
  if (hint.kind === 'none') return null;
  if (hint.kind === 'free') {
    return (
      <View className="cart-hint cart-hint--free">
        <Icon name="truck" />
        <View className="cart-hint__say">{hint.say}</View>
      </View>
    );
  }
  return (
    <Tap
      className="cart-hint"
      onTap={() => void Taro.navigateTo({ url: '/pages/shopper/list/index' })}
    >
      <Icon name="truck" />
      <View className="cart-hint__say">{hint.say}</View>
      <Text>去凑单</Text>
      <Icon name="forward" size="small" />
    </Tap>
  );
}

function Lines({ rows, editing }: { rows: readonly CartRow[]; editing: Editing }) {
  const slots = useSlots(rows.map((row) => row.skuId));
  const bySku = new Map(rows.map((row) => [row.skuId, row]));
  const toggle = (skuId: string) =>
    editing.editing ? editing.toggle(skuId) : useCart.getState().toggle(skuId);
  return (
    <View className="cart-card">
      {slots.map((skuId) => {
        const row = bySku.get(skuId);
        if (row === undefined) return <View key={skuId} />;
        const ticked = editing.editing ? editing.picked.includes(skuId) : row.chosen;
        return (
          <View key={skuId}>
            <CartLine row={row} ticked={ticked} onTick={() => toggle(skuId)} />
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

import { useState } from 'react';
import { useCart } from '../../stores/cart';
import { confirmed } from '../../ui/toast';

/** Tidying up the cart: lines picked for removal stand apart from lines chosen to buy. */
export function useEditing(allIds: readonly string[]) {
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const editing = picked !== null && allIds.length > 0;
  const here = (picked ?? []).filter((skuId) => allIds.includes(skuId));

  async function removePicked() {
    const yes = await confirmed({ say: `移除选中的 ${here.length} 种商品？`, yes: '移除' });
    if (!yes) return;
    useCart.getState().remove(here);
    setPicked(null);
  }

  return {
    editing,
    picked: here,
    allPicked: here.length === allIds.length,
    begin: () => setPicked([]),
    finish: () => setPicked(null),
    toggle: (skuId: string) =>
      setPicked(here.includes(skuId) ? here.filter((id) => id !== skuId) : [...here, skuId]),
    pickAll: (all: boolean) => setPicked(all ? allIds : []),
    removePicked,
  };
}

export type Editing = ReturnType<typeof useEditing>;

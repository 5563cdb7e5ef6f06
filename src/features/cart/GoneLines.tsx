import { Text, View } from '@tarojs/components';
import { useCart } from '../../stores/cart';
import { Picture } from '../../ui/Picture';
import { Swipe } from '../../ui/Swipe';
import { Tap } from '../../ui/Tap';
import { confirmed } from '../../ui/toast';
import type { GoneRow } from './rows';
import type { Editing } from './useEditing';
import { Tick } from './Tick';
import './CartLine.scss';

/** Lines that cannot be bought now, below the others, each with its reason. */
export function GoneLines({ rows, editing }: { rows: readonly GoneRow[]; editing: Editing }) {
  return (
    <View className="cart-card">
      <View className="cart-card__head">
        <Text>失效商品 {rows.length} 种</Text>
        <Tap className="cart-card__act" onTap={() => void removeAll(rows)}>
          全部移除
        </Tap>
      </View>
      {rows.map((row) => (
        <GoneLine key={row.skuId} row={row} editing={editing} />
      ))}
    </View>
  );
}

function GoneLine({ row, editing }: { row: GoneRow; editing: Editing }) {
  const remove = () => useCart.getState().remove([row.skuId]);
  return (
    <Swipe action="移除" onAction={remove}>
      <View className="cart-gone">
        {editing.editing ? (
          <Tick
            chosen={editing.picked.includes(row.skuId)}
            label={`选择${row.title}`}
            onTap={() => editing.toggle(row.skuId)}
          />
        ) : null}
        <View className="cart-gone__picture">
          <Picture src={row.pictureUrl} rounded />
        </View>
        <View className="cart-gone__words">
          <View className="cart-gone__title">{row.title}</View>
          {row.specText === '' ? null : <View className="cart-gone__spec">{row.specText}</View>}
          <View className="cart-gone__foot">
            <Text className="cart-gone__why">{row.say}</Text>
            <Tap className="cart-gone__remove" label={`移除${row.title}`} onTap={remove}>
              移除
            </Tap>
          </View>
        </View>
      </View>
    </Swipe>
  );
}

async function removeAll(rows: readonly GoneRow[]): Promise<void> {
  const yes = await confirmed({ say: `移除 ${rows.length} 种失效商品？`, yes: '移除' });
  if (yes) useCart.getState().remove(rows.map((row) => row.skuId));
}

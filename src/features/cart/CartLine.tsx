import { Text, View } from '@tarojs/components';
import { useCart } from '../../stores/cart';
import { Picture } from '../../ui/Picture';
import { Pill } from '../../ui/Pill';
import { Price } from '../../ui/Price';
import { Stepper } from '../../ui/Stepper';
import { Swipe } from '../../ui/Swipe';
import { Tap } from '../../ui/Tap';
import { toast } from '../../ui/toast';
import type { LineWords } from './lineWords';
import { openProduct } from './routes';
import { mostOf, type CartRow } from './rows';
import { Tick } from './Tick';
import './CartLine.scss';

interface CartLineProps {
  row: CartRow;
  words: LineWords;
  ticked: boolean;
  onTick: () => void;
}

/** One line that can be bought: choose it, count it, look at it, swipe it away. */
export function CartLine({ row, words, ticked, onTick }: CartLineProps) {
  const { sku, skuId, quantity } = row;
  const { setQuantity, remove } = useCart.getState();
  return (
    <Swipe action="移除" onAction={() => remove([skuId])}>
      <View className="cart-line">
        <Tick chosen={ticked} label={`选择${sku.title}`} onTap={onTick} />
        <Tap
          className="cart-line__picture"
          label={`查看${sku.title}`}
          onTap={() => openProduct(sku.productId)}
        >
          <Picture src={sku.pictureUrl} rounded />
        </Tap>
        <View className="cart-line__words">
          <View className="cart-line__title">{sku.title}</View>
          {sku.specText === '' ? null : <Text className="cart-line__spec">{sku.specText}</Text>}
          {row.shelfSay === '' ? null : <View className="cart-line__shelf">{row.shelfSay}</View>}
          {words.limitSay === '' ? null : (
            <View className="cart-line__shelf">{words.limitSay}</View>
          )}
          <View className="cart-line__foot">
            <View className="cart-line__price">
              {words.pill === '' ? null : <Pill>{words.pill}</Pill>}
              <Price fen={words.unitFen} struckFen={words.struckFen} />
            </View>
            <View className="cart-line__stepper">
              <Stepper
                value={quantity}
                max={mostOf(row)}
                label={`${sku.title}的数量`}
                onChange={(next) => setQuantity(skuId, next)}
                onEnd={(end) => toast(endSay(end, mostOf(row)))}
              />
            </View>
          </View>
          <View className="cart-line__offs">
            {words.discounts.map((discount, at) => (
              <View key={at}>{discount}</View>
            ))}
          </View>
        </View>
      </View>
    </Swipe>
  );
}

function endSay(end: 'min' | 'max', most: number): string {
  return end === 'min' ? '最少买 1 件，左滑可移除' : `最多可买 ${most} 件`;
}

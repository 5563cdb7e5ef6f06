import { Text, View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Picture } from '../../ui/Picture';
import { Pill } from '../../ui/Pill';
import type { GiftRow } from './sides';
import './Gifts.scss';

/** Goods that come for nothing; one that is gone stays, and says so. */
export function Gifts({ gifts }: { gifts: readonly GiftRow[] }) {
  return (
    <View>
      {gifts.length === 0 ? null : (
        <View className="cart-card">
          {gifts.map((gift) => (
            <Gift key={gift.id} gift={gift} />
          ))}
        </View>
      )}
    </View>
  );
}

function Gift({ gift: { sku, quantity, skippedSay } }: { gift: GiftRow }) {
  const gone = skippedSay !== '';
  return (
    <View className={classes('cart-gift', gone && 'cart-gift--gone')}>
      <View className="cart-gift__picture">
        <Picture src={sku.pictureUrl} rounded />
      </View>
      <View className="cart-gift__words">
        <View className="cart-gift__title">
          <Pill tone={gone ? 'quiet' : 'good'}>赠品</Pill>
          <Text className="cart-gift__name">{sku.title}</Text>
        </View>
        {sku.specText === '' ? null : <View className="cart-gift__spec">{sku.specText}</View>}
      </View>
      <View className="cart-gift__count">{gone ? skippedSay : `×${quantity}`}</View>
    </View>
  );
}

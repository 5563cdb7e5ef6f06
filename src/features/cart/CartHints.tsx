import { Text, View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { openGoods } from './routes';
import type { CartHint } from './sum';
import './CartHints.scss';

/** What a little more would bring, each line leading to the goods that count for it. */
export function CartHints({ hints }: { hints: readonly CartHint[] }) {
  return (
    <View className="cart-hints">
      {hints.map((hint) => (
        <Hint key={hint.id} hint={hint} />
      ))}
    </View>
  );
}

function Hint({ hint: { kind, say, offer } }: { hint: CartHint }) {
  const free = kind === 'free';
  return (
    <Tap
      className={classes('cart-hint', free && 'cart-hint--free')}
      disabled={free}
      onTap={() => openGoods(offer)}
    >
      <Icon name={kind === 'offer' ? 'ticket' : 'truck'} />
      <View className="cart-hint__say">
        <Text>{say}</Text>
        {offer === null ? null : <Text className="cart-hint__name">{offer.name}</Text>}
      </View>
      {free ? null : (
        <View className="cart-hint__go">
          去凑单
          <Icon name="forward" size="small" />
        </View>
      )}
    </Tap>
  );
}

import { Text, View } from '@tarojs/components';
import { yuanText } from '../../cloudfunctions/kit/money';
import { classes } from '../kit/classes';
import './Price.scss';

interface PriceProps {
  fen: number;
  /** The list price beside it, struck through; left out when it is not higher. */
  struckFen?: number;
  size?: 'small' | 'large';
  tone?: 'ink' | 'quiet';
  /** The lowest of several prices: "起" follows. */
  from?: boolean;
}

/** A price: ¥ small, yuan large, fen small and only where there are any. */
export function Price({ fen, struckFen, size, tone, from = false }: PriceProps) {
  const [yuan = '0', rest] = yuanText(Math.abs(fen)).split('.');
  const struck = struckFen !== undefined && struckFen > fen;
  return (
    <View className={classes('ui-price', size && `ui-price--${size}`, tone && `ui-price--${tone}`)}>
      {fen < 0 ? '-¥' : '¥'}
      <Text className="ui-price__yuan">{yuan}</Text>
      {rest === undefined ? null : `.${rest}`}
      {from ? '起' : null}
      {/* A space, which goes when the struck price moves to a line of its own. */}
      {struck ? ' ' : null}
      {struck ? <Text className="ui-price__struck">¥{yuanText(struckFen)}</Text> : null}
    </View>
  );
}

import { Text, View } from '@tarojs/components';
import { Price } from '../../../ui/Price';
import type { Breakdown } from './breakdown';
import './PreviewCard.scss';

/** What the sample pays, small enough for the bar; nothing before there is anything to say. */
export function PreviewSum({ breakdown }: { breakdown: Breakdown | null }) {
  if (breakdown === null) return null;
  const { beforeFen, afterFen } = breakdown;
  return (
    <View className="preview-sum">
      <Text className="preview-sum__name">试算应付</Text>
      <Price fen={afterFen} struckFen={beforeFen} size="small" />
    </View>
  );
}

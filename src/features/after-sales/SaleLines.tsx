import { Text, View } from '@tarojs/components';
import { Picture } from '../../ui/Picture';
import type { Sale } from './words';
import './Sale.scss';

/** The goods that an after-sale is about, each with its number and what it is exchanged for. */
export function SaleLines({ lines }: { lines: Sale['lines'] }) {
  return (
    <>
      {lines.map(({ line, title, specText, toSpecText, pictureUrl, quantity }) => (
        <View key={line} className="sale-line">
          <View className="sale-line__picture">
            <Picture src={pictureUrl} rounded />
          </View>
          <View className="sale-line__words">
            <View className="sale-line__title">{title}</View>
            {specText === '' ? null : <View className="sale-line__spec">{specText}</View>}
            {toSpecText === '' ? null : <View className="sale-line__to">换成 {toSpecText}</View>}
          </View>
          <Text className="sale-line__count">×{quantity}</Text>
        </View>
      ))}
    </>
  );
}

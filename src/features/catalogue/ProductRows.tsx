import { View } from '@tarojs/components';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import type { Product } from './goods';
import { choiceText } from './skuChoice';
import type { Buying } from './useBuying';
import './ProductRows.scss';

interface ProductRowsProps {
  product: Product;
  buying: Buying;
  readOnly: boolean;
}

/** Which one is chosen, and how it comes. */
export function ProductRows({ product, buying, readOnly }: ProductRowsProps) {
  const { specNames, freightLine, onSale } = product;
  return (
    <View className="product-rows">
      {specNames.length === 0 ? null : (
        <Tap
          className="product-rows__row"
          disabled={readOnly || !onSale}
          onTap={() => buying.open('choose')}
        >
          <View className="product-rows__name">{buying.sku === null ? '选择' : '已选'}</View>
          <View className="product-rows__value">{chosenText(specNames, buying)}</View>
          {readOnly ? null : <Icon className="product-rows__arrow" name="forward" size="small" />}
        </Tap>
      )}
      <View className="product-rows__row">
        <View className="product-rows__name">配送</View>
        <View className="product-rows__value">{freightLine}</View>
      </View>
    </View>
  );
}

function chosenText(specNames: readonly string[], { sku, choice, quantity }: Buying): string {
  return sku === null ? specNames.join(' / ') : `${choiceText(choice)}，${quantity} 件`;
}

import { View } from '@tarojs/components';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import type { Product } from './goods';
import { choiceText } from './skuChoice';
import type { ProductOffers } from './productOffers';
import type { Buying } from './useBuying';
import './ProductRows.scss';

interface ProductRowsProps {
  product: Product;
  buying: Buying;
  offers: Pick<ProductOffers, 'earned'>;
  readOnly: boolean;
}

/** Which one is chosen, how it comes, and what it earns. */
export function ProductRows({ product, buying, offers, readOnly }: ProductRowsProps) {
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
      <View>
        {offers.earned === 0 ? null : (
          <View className="product-rows__row">
            <View className="product-rows__name">积分</View>
            <View className="product-rows__value">下单可得 {offers.earned} 积分</View>
          </View>
        )}
      </View>
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

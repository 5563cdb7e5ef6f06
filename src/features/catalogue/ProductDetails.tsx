import { View } from '@tarojs/components';
import { Picture } from '../../ui/Picture';
import type { Product } from './goods';
import './ProductDetails.scss';

/** Below the fold: what it is made of, what there is to say, and pictures. */
export function ProductDetails({ details }: { details: Product['details'] }) {
  const { attributes, paragraphs, pictures } = details;
  return (
    <View className="product-details">
      <View className="product-details__heading">商品详情</View>
      {attributes.length === 0 ? null : (
        <View className="product-details__table">
          {attributes.map(({ name, value }) => (
            <View key={name} className="product-details__row">
              <View className="product-details__name">{name}</View>
              <View className="product-details__value">{value}</View>
            </View>
          ))}
        </View>
      )}
      {paragraphs.map((paragraph) => (
        <View key={paragraph} className="product-details__paragraph">
          {paragraph}
        </View>
      ))}
      {pictures.map((picture) => (
        <View key={picture} className="product-details__picture">
          <Picture src={picture} rounded />
        </View>
      ))}
    </View>
  );
}

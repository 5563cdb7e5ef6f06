import { View } from '@tarojs/components';
import { Bone, Skeleton } from '../../ui/Skeleton';
import './Gallery.scss';
import './ProductHead.scss';
import './ProductRows.scss';

/** A product's page before its answer: picture, price, name. */
export function ProductSkeleton() {
  return (
    <Skeleton>
      <View className="gallery">
        <View className="gallery__waiting">
          <Bone shape="square" />
        </View>
      </View>
      <View className="product-head">
        <Bone shape="title" width="third" />
        <Bone shape="line" />
        <Bone shape="line" width="half" />
      </View>
      <View className="product-rows">
        {['choice', 'delivery'].map((row) => (
          <View key={row} className="product-rows__row">
            <Bone shape="line" width="most" />
          </View>
        ))}
      </View>
    </Skeleton>
  );
}

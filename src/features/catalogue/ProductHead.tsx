import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { yuanText } from '../../../cloudfunctions/kit/money';
import { Pill } from '../../ui/Pill';
import { Price } from '../../ui/Price';
import { FlashBand, FlashSoon } from './FlashBand';
import { countText, type Product } from './goods';
import type { ProductOffers } from './productOffers';
import './ProductHead.scss';

interface ProductHeadProps {
  product: Product;
  offers: ProductOffers;
  /** Beside the name. */
  action?: ReactNode;
}

/** Price with its reasons, then the name. */
export function ProductHead({ product, offers, action }: ProductHeadProps) {
  const { price, from, flash, coming } = offers;
  return (
    <View className="product-head">
      <View>{flash === null ? null : <FlashBand flash={flash} />}</View>
      <View>{flash === null && coming !== null ? <FlashSoon coming={coming} /> : null}</View>
      <View className="product-head__price">
        <Price size="large" fen={price.fen} struckFen={price.struckFen} from={from} />
        {product.soldCount > 0 ? (
          <Text className="product-head__sold">已售 {countText(product.soldCount)}</Text>
        ) : null}
      </View>
      <Reasons product={product} offers={offers} />
      <View className="product-head__name">
        <View className="product-head__words">
          <View className="product-head__title">{product.title}</View>
          {product.subtitle === '' ? null : (
            <View className="product-head__subtitle">{product.subtitle}</View>
          )}
        </View>
        {action}
      </View>
    </View>
  );
}

const mostPills = 2;

/** Why the price is what it is, and what one piece would cost with coupons and everything else. */
function Reasons({ product, offers }: Pick<ProductHeadProps, 'product' | 'offers'>) {
  const { price, bestFen } = offers;
  const tags = product.tags.slice(0, mostPills - price.pills.length);
  return (
    <View className="product-head__tags">
      {bestFen === null ? null : (
        <Text className="product-head__best">预估到手 ¥{yuanText(bestFen)}</Text>
      )}
      {price.pills.map((pill) => (
        <Pill key={pill}>{pill}</Pill>
      ))}
      {tags.map((tag) => (
        <Pill key={tag} tone="quiet">
          {tag}
        </Pill>
      ))}
    </View>
  );
}

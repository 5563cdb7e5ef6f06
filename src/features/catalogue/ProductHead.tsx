import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Pill } from '../../ui/Pill';
import { Price } from '../../ui/Price';
import { countText, type Product, type Sku } from './goods';
import './ProductHead.scss';

interface ProductHeadProps {
  product: Product;
  /** The SKU that is chosen: its price stands instead of the lowest. */
  sku: Sku | null;
  /** Beside the name. */
  action?: ReactNode;
}

/** Price with its reasons, then the name. */
export function ProductHead({ product, sku, action }: ProductHeadProps) {
  const { priceFen, marketFen } = sku ?? product;
  const several = new Set(product.skus.map((one) => one.priceFen)).size > 1;
  return (
    <View className="product-head">
      <View className="product-head__price">
        <Price
          size="large"
          fen={priceFen}
          struckFen={marketFen ?? undefined}
          from={sku === null && several}
        />
        {product.soldCount > 0 ? (
          <Text className="product-head__sold">已售 {countText(product.soldCount)}</Text>
        ) : null}
      </View>
      {product.tags.length === 0 ? null : (
        <View className="product-head__tags">
          {product.tags.slice(0, 2).map((tag) => (
            <Pill key={tag}>{tag}</Pill>
          ))}
        </View>
      )}
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

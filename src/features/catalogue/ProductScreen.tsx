import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { useCart, usePieces } from '../../stores/cart';
import { Page } from '../../ui/Page';
import { toast } from '../../ui/toast';
import { BuyBar } from './BuyBar';
import { Gallery } from './Gallery';
import { openOffer, type Product } from './goods';
import { OfferRows } from './OfferRows';
import { ProductDetails } from './ProductDetails';
import { ProductHead } from './ProductHead';
import { ProductRows } from './ProductRows';
import { ReadOnlyBar } from './ReadOnlyBar';
import { SkuSheet } from './SkuSheet';
import { useBuying, type Buying } from './useBuying';
import { useFreshOffers } from './useCardPrice';
import { useProductOffers } from './useProductOffers';
import './ProductScreen.scss';

interface ProductScreenProps {
  product: Product;
  /** Moments' single page: to be read and no more. */
  readOnly: boolean;
  /** Beside the name: how to pass it on. */
  share: ReactNode;
  /** What the guide has to say of it. */
  note: ReactNode;
  /** Coupons that may be taken for it. */
  coupons: ReactNode;
  /** What those say who bought it. */
  reviews: ReactNode;
  onGuide: () => void;
  onBuy: (skuId: string, quantity: number) => void;
  /** Sheets of other rooms. */
  children: ReactNode;
}

/** A product as somebody decides about it. */
export function ProductScreen(props: ProductScreenProps) {
  const { product, readOnly, share, note, coupons, reviews, onGuide, onBuy, children } = props;
  const buying = useBuying(product);
  const offers = useProductOffers(product, buying.sku);
  useFreshOffers();
  const pieces = usePieces();
  const bar = readOnly ? (
    <ReadOnlyBar />
  ) : (
    <BuyBar
      product={product}
      pieces={pieces}
      onHome={() => void Taro.switchTab({ url: '/pages/home/index' })}
      onGuide={onGuide}
      onCart={() => void Taro.switchTab({ url: '/pages/cart/index' })}
      onAdd={() => buying.open('add')}
      onBuy={() => buying.open('buy')}
    />
  );
  return (
    <Page title="商品详情" bar={bar}>
      <Gallery pictures={product.pictures} title={product.title} still={readOnly} />
      <ProductHead product={product} offers={offers} action={share} />
      <View className="product-offers">
        {coupons}
        <OfferRows
          offers={offers.beside}
          onGoods={
            readOnly ? null : ({ promotionId, name }) => openOffer({ offerId: promotionId, name })
          }
        />
      </View>
      <ProductRows product={product} buying={buying} offers={offers} readOnly={readOnly} />
      <View>{note}</View>
      {reviews}
      <ProductDetails details={product.details} />
      <View>{children}</View>
      <SkuSheet
        product={product}
        buying={buying}
        lowest={offers.price}
        from={offers.from}
        onAdd={() => putInCart(buying)}
        onBuy={() => buyNow(buying, onBuy)}
      />
    </Page>
  );
}

function buyNow({ sku, quantity, close }: Buying, onBuy: ProductScreenProps['onBuy']) {
  close();
  if (sku !== null) onBuy(sku.skuId, quantity);
}

function putInCart({ sku, quantity, close }: Buying) {
  if (sku === null) return;
  const added = useCart.getState().add(sku.skuId, quantity);
  if (added) close();
  toast(added ? '已加入购物车' : '购物车已满，请先清理一些');
}

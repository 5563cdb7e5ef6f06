import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ask, Declined, type Output } from '../../../cloud';
import { ProductScreen } from '../../../features/catalogue/ProductScreen';
import { ProductSkeleton } from '../../../features/catalogue/ProductSkeleton';
import type { Product } from '../../../features/catalogue/goods';
import { withOffers } from '../../../features/catalogue/useCardPrice';
import { ProductCoupons } from '../../../features/coupons/ProductCoupons';
import { useCheckoutDraft } from '../../../features/orders/checkoutDraft';
import { GuideNote } from '../../../features/referral/GuideNote';
import { GuideSheet } from '../../../features/referral/GuideSheet';
import { ShareButton } from '../../../features/referral/ShareButton';
import { useShare, type Shared } from '../../../features/referral/useShare';
import { ProductReviews } from '../../../features/reviews/ProductReviews';
import { useAsk, type Asked } from '../../../kit/useAsk';
import { entryTold, useAttribution } from '../../../stores/attribution';
import { useOffers } from '../../../stores/offers';
import { Ask } from '../../../ui/Ask';
import { Empty } from '../../../ui/Empty';
import { Page } from '../../../ui/Page';

/** One product, by its id, or by the card whose mini-program code was scanned. */
export default function ShopperProductPage() {
  const productId = useProductId();
  const readOnly = useAttribution((attribution) => attribution.readOnly);
  const state = useAsk(() => findProduct(productId ?? ''), productId);
  const [asking, setAsking] = useState(false);
  const found = state.phase === 'ready' ? state.value : null;
  const copyLink = useShare(found === null ? null : sharedOf(found.product));
  if (found === null) return <Without state={state} />;
  const { product, offered, reviews } = found;
  return (
    <ProductScreen
      product={product}
      readOnly={readOnly}
      share={readOnly ? null : <ShareButton onCopy={copyLink} />}
      note={<GuideNote />}
      coupons={
        readOnly ? null : (
          <ProductCoupons productId={product.productId} first={offered} onTaken={learnAnew} />
        )
      }
      reviews={<ProductReviews productId={product.productId} found={reviews} readOnly={readOnly} />}
      onGuide={() => setAsking(true)}
      onBuy={checkOut}
    >
      <GuideSheet open={asking} onClose={() => setAsking(false)} />
    </ProductScreen>
  );
}

/** Not there yet, not reached, or not there at all. */
function Without({ state }: { state: Asked<Found | null> }) {
  return (
    <Page title="商品详情">
      <Ask state={state} skeleton={<ProductSkeleton />}>
        {() => <Empty say="商品不存在或已下架" action="去首页逛逛" onAction={goHome} />}
      </Ask>
    </Page>
  );
}

interface Found {
  product: Product;
  /** Coupons that may be taken for it; null where that answer did not come. */
  offered: Output<'coupons.offered'> | null;
  /** What those say who bought it; null where that answer did not come. */
  reviews: Output<'reviews.ofProduct'> | null;
}

/** A product with what is drawn beside it, or null for one that the shop does not have. */
async function findProduct(productId: string): Promise<Found | null> {
  try {
    const [product, offered, reviews] = await Promise.all([
      withOffers(() => ask('catalogue.product', { productId })),
      ask('coupons.offered', { productId }).catch(() => null),
      ask('reviews.ofProduct', { productId }).catch(() => null),
    ]);
    return { product, offered, reviews };
  } catch (reason) {
    if (reason instanceof Declined && reason.code === 'no_such_product') return null;
    throw reason;
  }
}

/** A coupon that was taken may lower what the product comes to. */
function learnAnew() {
  void useOffers.getState().learnAnew();
}

function goHome() {
  void Taro.switchTab({ url: '/pages/home/index' });
}

/** The product in the address, else the one whose code was scanned; null until that is known. */
function useProductId(): string | null {
  const { id } = useRouter().params;
  const scanned = useAttribution((attribution) => targetId(attribution.target));
  useEffect(() => {
    if (id === undefined) void leaveUnlessScanned();
  }, [id]);
  return id ?? scanned;
}

/** A code that names no product any more leads to the shop's window. */
async function leaveUnlessScanned() {
  await entryTold();
  if (targetId(useAttribution.getState().target) === null) {
    await Taro.switchTab({ url: '/pages/home/index' });
  }
}

function checkOut(skuId: string, quantity: number) {
  useCheckoutDraft.getState().begin([{ skuId, quantity }], 'product');
  void Taro.navigateTo({ url: '/pages/shopper/checkout/index' });
}

function targetId(target: Shared['target'] | null): string | null {
  return target?.kind === 'product' ? target.productId : null;
}

function sharedOf({ productId, title, cardUrl }: Product): Shared {
  return {
    target: { kind: 'product', productId },
    title,
    pictureUrl: cardUrl,
    page: '/pages/shopper/product/index',
    query: `id=${productId}`,
  };
}

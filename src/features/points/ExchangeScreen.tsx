import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Bone, Skeleton, SkeletonCards } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import { Tickets } from '../../ui/Ticket';
import { ExchangeTicket } from './ExchangeTicket';
import { GoodCard } from './GoodCard';
import { openMemberPage } from './routes';
import { useExchange, type PointsShop } from './useExchange';
import './ExchangeScreen.scss';

interface ExchangeScreenProps {
  /** Begins the checkout of a good that is had for points. */
  onExchange: (promotionId: string, skuId: string) => void;
}

/** The points shop: coupons for points, goods for points or for points and money. */
export function ExchangeScreen({ onExchange }: ExchangeScreenProps) {
  const { state, busyId, exchange } = useExchange();
  return (
    <Page title="积分商城">
      <Ask state={state} skeleton={<ExchangeSkeleton />}>
        {(shop) => (
          <>
            <MyPointsRow points={shop.points} />
            {shop.coupons.length + shop.goods.length === 0 ? <Nothing /> : null}
            <Part title="优惠券" shown={shop.coupons.length > 0}>
              <Tickets>
                {shop.coupons.map((coupon) => (
                  <ExchangeTicket
                    key={coupon.batchId}
                    coupon={coupon}
                    points={shop.points}
                    busy={busyId === coupon.batchId}
                    onExchange={() => void exchange(coupon)}
                  />
                ))}
              </Tickets>
            </Part>
            <Goods shop={shop} onExchange={onExchange} />
          </>
        )}
      </Ask>
    </Page>
  );
}

function MyPointsRow({ points }: { points: number }) {
  return (
    <View className="exchange-head">
      <Tap className="exchange-head__points" onTap={() => openMemberPage('points')}>
        <View className="exchange-head__label">可用积分</View>
        <View className="exchange-head__number">
          {points}
          <Icon name="forward" size="small" />
        </View>
      </Tap>
      <Tap className="exchange-head__earn" onTap={() => openMemberPage('signin')}>
        <Icon name="calendar" />
        去签到
      </Tap>
    </View>
  );
}

function Part({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) {
  if (!shown) return null;
  return (
    <>
      <View className="exchange-part">
        <Text>{title}</Text>
      </View>
      {children}
    </>
  );
}

function Goods({ shop, onExchange }: { shop: PointsShop } & ExchangeScreenProps) {
  return (
    <Part title="好物" shown={shop.goods.length > 0}>
      <View className="exchange-goods">
        {shop.goods.map((good) => (
          <GoodCard
            key={`${good.promotionId} ${good.skuId}`}
            good={good}
            points={shop.points}
            onExchange={() => onExchange(good.promotionId, good.skuId)}
          />
        ))}
      </View>
    </Part>
  );
}

function Nothing() {
  return (
    <Empty
      icon="gift"
      say="积分商城正在上新"
      action="先去签到攒积分"
      onAction={() => openMemberPage('signin')}
    />
  );
}

function ExchangeSkeleton() {
  return (
    <>
      <Skeleton className="exchange-head">
        <View className="exchange-head__points">
          <Bone shape="line" width="third" />
          <Bone shape="title" width="half" />
        </View>
      </Skeleton>
      <SkeletonCards count={4} />
    </>
  );
}

import { View } from '@tarojs/components';
import { Ask } from '../../ui/Ask';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { Tabs } from '../../ui/Tabs';
import { Tickets } from '../../ui/Ticket';
import { CodeBox } from './CodeBox';
import { CouponTicket } from './CouponTicket';
import { CouponsSkeleton } from './CouponsSkeleton';
import { MyPackets } from './MyPackets';
import { openClaim, openGoodsOf } from './routes';
import { useMyCoupons, type CouponPiece } from './useMyCoupons';
import { couponTabs, nothingSay, type CouponTab } from './words';
import './CouponsScreen.scss';

/** My coupons: those I can use, those I used, those that are over; and a code that becomes one. */
export function CouponsScreen() {
  const { tab, choose, pages } = useMyCoupons();
  return (
    <Page title="我的优惠券">
      <View className="coupons-head">
        <Tabs tabs={couponTabs} current={tab} onChoose={choose} />
      </View>
      <CodeBox
        onRedeemed={() => {
          if (tab === 'available') void pages.state.reload();
          else choose('available');
        }}
      />
      {tab === 'available' ? <MyPackets /> : null}
      <Ask state={pages.state} skeleton={<CouponsSkeleton />}>
        {({ items }) =>
          items.every(({ coupons }) => coupons.length === 0) ? (
            <Nothing tab={tab} />
          ) : (
            <>
              <MyTickets pieces={items} />
              <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
            </>
          )
        }
      </Ask>
    </Page>
  );
}

function MyTickets({ pieces }: { pieces: readonly CouponPiece[] }) {
  return (
    <Tickets>
      {pieces.map(({ coupons, nowMs }) =>
        coupons.map((coupon) => (
          <CouponTicket
            key={coupon.couponId}
            coupon={coupon}
            nowMs={nowMs}
            action={
              coupon.state === 'available' && coupon.startsAt <= nowMs ? (
                <Button kind="quiet" compact onTap={() => openGoodsOf(coupon.scope)}>
                  去使用
                </Button>
              ) : undefined
            }
          />
        )),
      )}
    </Tickets>
  );
}

function Nothing({ tab }: { tab: CouponTab }) {
  if (tab !== 'available') return <Empty icon="ticket" say={nothingSay[tab]} />;
  return <Empty icon="ticket" say={nothingSay[tab]} action="去领券中心" onAction={openClaim} />;
}

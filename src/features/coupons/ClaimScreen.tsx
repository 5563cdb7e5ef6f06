import { View } from '@tarojs/components';
import { useStepwise } from '../../kit/useStepwise';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Tap } from '../../ui/Tap';
import { Tickets } from '../../ui/Ticket';
import { CouponsSkeleton } from './CouponsSkeleton';
import { OfferedTicket } from './OfferedTicket';
import { goHome, openMyCoupons } from './routes';
import { useOffered } from './useOffered';
import './ClaimScreen.scss';

interface ClaimScreenProps {
  /** Inside the tap that takes a coupon. */
  onTaking: () => void;
}

/** The claim centre: coupons that anybody may take. */
export function ClaimScreen({ onTaking }: ClaimScreenProps) {
  const { state, take } = useOffered();
  const shown = useStepwise();
  return (
    <Page title="领券中心">
      <View className="claim-head">
        <View className="claim-head__words">
          <View className="claim-head__title">先领券，再下单</View>
          结算时自动为您选最省的组合
        </View>
        <Tap className="claim-head__mine" onTap={openMyCoupons}>
          我的券
          <Icon name="forward" size="small" />
        </Tap>
      </View>
      <Ask state={state} skeleton={<CouponsSkeleton />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="ticket" say="现在没有可领的优惠券" action="去逛逛" onAction={goHome} />
          ) : (
            <Tickets>
              {items.slice(0, shown).map((offered) => (
                <OfferedTicket
                  key={offered.batchId}
                  offered={offered}
                  onTake={() => {
                    onTaking();
                    void take(offered);
                  }}
                />
              ))}
            </Tickets>
          )
        }
      </Ask>
    </Page>
  );
}

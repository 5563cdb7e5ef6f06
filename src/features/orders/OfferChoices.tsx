import { Text, View } from '@tarojs/components';
import { moneyText, timesFen, yuanText } from '../../../cloudfunctions/kit/money';
import { Cell, CellGroup } from '../../ui/Cell';
import { SwitchCell } from '../../ui/SwitchCell';
import { chosenCoupon, couponOptions, couponRowSay, type CouponSort } from './couponChoice';
import type { OfferChoice, OrderPreview } from './steps';
import './OfferChoices.scss';

interface OfferChoicesProps {
  preview: OrderPreview;
  using: OfferChoice;
  onCoupons: (sort: CouponSort) => void;
  onUse: (change: Partial<OfferChoice>) => void;
}

/** What pays or lowers the price besides: coupons, points, stored value. */
export function OfferChoices({ preview, using, onCoupons, onUse }: OfferChoicesProps) {
  return (
    <CellGroup>
      <CouponCell sort="goods" {...{ preview, using, onCoupons }} />
      <CouponCell sort="freight" {...{ preview, using, onCoupons }} />
      <Points preview={preview} using={using} onUse={onUse} />
      <Stored preview={preview} using={using} onUse={onUse} />
    </CellGroup>
  );
}

interface CouponCellProps extends Pick<OfferChoicesProps, 'preview' | 'using' | 'onCoupons'> {
  sort: CouponSort;
}

/** The row of goods coupons is always there; that of freight coupons for those who have one. */
function CouponCell({ sort, preview, using, onCoupons }: CouponCellProps) {
  const options = couponOptions(preview, sort);
  if (sort === 'freight' && options.length === 0) return null;
  const { say, offFen } = couponRowSay(options, chosenCoupon(using, sort), preview);
  return (
    <Cell
      title={sort === 'freight' ? '运费券' : '优惠券'}
      value={
        <View className="offer-choices__coupon">
          <Text>{say}</Text>
          {offFen === 0 ? null : <Text className="offer-choices__off">{moneyText(-offFen)}</Text>}
        </View>
      }
      {...(options.length === 0 ? {} : { onTap: () => onCoupons(sort) })}
    />
  );
}

type SwitchProps = Pick<OfferChoicesProps, 'preview' | 'using' | 'onUse'>;

/** Off as it stands; on, as many as are allowed. */
function Points({ preview: { quote, offers }, using, onUse }: SwitchProps) {
  const { balance, pointFen } = offers.points;
  const { most, exchanged } = quote.points;
  if (balance <= 0 || exchanged > 0) return null;
  const on = using.points > 0;
  if (most === 0 && !on) return <Cell title="积分抵现" note={`共 ${balance} 积分，本单不可用`} />;
  return (
    <SwitchCell
      title="积分抵现"
      note={`可用 ${most} 积分抵 ¥${yuanText(timesFen(most, pointFen))}，共 ${balance}`}
      on={on}
      onChange={(next) => onUse({ points: next ? balance : 0 })}
    />
  );
}

function Stored({ preview: { quote, offers }, using, onUse }: SwitchProps) {
  const thereFen = offers.stored.principalFen + offers.stored.giftFen;
  if (thereFen <= 0) return null;
  return (
    <SwitchCell
      title="储值支付"
      note={`余额 ¥${yuanText(thereFen)}，可抵 ¥${yuanText(quote.storedMostFen)}`}
      on={using.storedFen > 0}
      onChange={(next) => onUse({ storedFen: next ? thereFen : 0 })}
    />
  );
}

import { View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Icon } from '../../ui/Icon';
import { Sheet } from '../../ui/Sheet';
import { Tap } from '../../ui/Tap';
import { Ticket } from '../../ui/Ticket';
import { couponOptions, ticketWords, type CouponOption, type CouponSort } from './couponChoice';
import type { OrderPreview } from './steps';
import './CouponSheet.scss';

interface CouponSheetProps {
  /** Null while it is closed. */
  sort: CouponSort | null;
  preview: OrderPreview;
  /** An id, null for none, undefined for the best. */
  chosen: string | null | undefined;
  onChoose: (couponId: string | null | undefined) => void;
  onClose: () => void;
}

/** Which coupon to use: the best, one of those that can be used, or none; the others say why they cannot. */
export function CouponSheet({ sort, preview, chosen, onChoose, onClose }: CouponSheetProps) {
  const title = sort === 'freight' ? '选择运费券' : '选择优惠券';
  const options = sort === null ? [] : couponOptions(preview, sort);
  const usable = options.filter(({ whyNot }) => whyNot === '');
  const others = options.filter(({ whyNot }) => whyNot !== '');
  return (
    <Sheet open={sort !== null} title={title} onClose={onClose}>
      <View className="coupon-sheet">
        {usable.length === 0 ? (
          <View className="coupon-sheet__head">没有可用的券</View>
        ) : (
          <View className="coupon-sheet__plain">
            <Plain
              say="自动选最优"
              ticked={chosen === undefined}
              onTap={() => onChoose(undefined)}
            />
            <Plain say="不使用" ticked={chosen === null} onTap={() => onChoose(null)} />
          </View>
        )}
        {usable.map((option) => (
          <Usable
            key={option.coupon.couponId}
            option={option}
            ticked={chosen === undefined ? option.used : option.coupon.couponId === chosen}
            onTap={() => onChoose(option.coupon.couponId)}
          />
        ))}
        {others.length === 0 ? null : (
          <View className="coupon-sheet__head">本单不可用（{others.length}）</View>
        )}
        {others.map(({ coupon, whyNot }) => (
          <Ticket key={coupon.couponId} {...ticketWords(coupon)} dim why={whyNot} />
        ))}
      </View>
    </Sheet>
  );
}

interface ChoiceProps {
  ticked: boolean;
  onTap: () => void;
}

function Plain({ say, ticked, onTap }: ChoiceProps & { say: string }) {
  return (
    <Tap className="coupon-sheet__row" chosen={ticked} onTap={onTap}>
      <View className="coupon-sheet__say">{say}</View>
      <Disc ticked={ticked} />
    </Tap>
  );
}

function Usable({ option: { coupon }, ticked, onTap }: ChoiceProps & { option: CouponOption }) {
  return (
    <Tap chosen={ticked} label={`使用${coupon.name}`} onTap={onTap}>
      <Ticket {...ticketWords(coupon)} action={<Disc ticked={ticked} />} />
    </Tap>
  );
}

function Disc({ ticked }: { ticked: boolean }) {
  return (
    <View className={classes('coupon-sheet__disc', ticked && 'coupon-sheet__disc--chosen')}>
      {ticked ? <Icon name="check" size="small" /> : null}
    </View>
  );
}

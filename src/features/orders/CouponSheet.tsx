import { View } from '@tarojs/components';
import { useState } from 'react';
import { classes } from '../../kit/classes';
import { Icon } from '../../ui/Icon';
import { More } from '../../ui/More';
import { Sheet } from '../../ui/Sheet';
import { Tap } from '../../ui/Tap';
import { Ticket } from '../../ui/Ticket';
import { couponOptions, ticketWords, type CouponOption, type CouponSort } from './couponChoice';
import type { OrderPreview } from './steps';
import './CouponSheet.scss';

/** As many tickets as are drawn at once: what travels to the mini program's view stays small. */
const ticketsAtOnce = process.env.TARO_ENV === 'h5' ? 20 : 4;

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
  return (
    <Sheet open={sort !== null} title={title} onClose={onClose}>
      <Options options={optionsOf(preview, sort)} chosen={chosen} onChoose={onChoose} />
    </Sheet>
  );
}

function optionsOf(preview: OrderPreview, sort: CouponSort | null): readonly CouponOption[] {
  return sort === null ? [] : couponOptions(preview, sort);
}

interface OptionsProps extends Pick<CouponSheetProps, 'chosen' | 'onChoose'> {
  options: readonly CouponOption[];
}

function Options({ options, chosen, onChoose }: OptionsProps) {
  const [most, setMost] = useState(ticketsAtOnce);
  const any = options.some(({ whyNot }) => whyNot === '');
  const drawn = options.slice(0, most);
  return (
    <View className="coupon-sheet">
      {any ? (
        <View className="coupon-sheet__plain">
          <Plain say="自动选最优" ticked={chosen === undefined} onTap={() => onChoose(undefined)} />
          <Plain say="不使用" ticked={chosen === null} onTap={() => onChoose(null)} />
        </View>
      ) : (
        <View className="coupon-sheet__head">本单没有可用的券，原因如下</View>
      )}
      <View className="coupon-sheet__tickets">
        {drawn.map((option) =>
          option.whyNot === '' ? (
            <Usable
              key={option.coupon.couponId}
              option={option}
              best={chosen === undefined && option.used}
              ticked={option.coupon.couponId === chosen}
              onTap={() => onChoose(option.coupon.couponId)}
            />
          ) : (
            <Ticket
              key={option.coupon.couponId}
              {...ticketWords(option.coupon)}
              dim
              why={option.whyNot}
            />
          ),
        )}
      </View>
      {options.length > most ? (
        <More phase="idle" onMore={() => setMost(most + ticketsAtOnce)} />
      ) : null}
    </View>
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

interface UsableProps extends ChoiceProps {
  option: CouponOption;
  /** The shop chose it. */
  best: boolean;
}

function Usable({ option: { coupon }, best, ticked, onTap }: UsableProps) {
  return (
    <Tap chosen={ticked} label={`使用${coupon.name}`} onTap={onTap}>
      <Ticket
        {...ticketWords(coupon)}
        mark={best ? '最优' : undefined}
        action={<Disc ticked={ticked} />}
      />
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

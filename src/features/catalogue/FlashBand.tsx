import { Text, View } from '@tarojs/components';
import { yuanText } from '../../../cloudfunctions/kit/money';
import { soonText } from '../../kit/shopTime';
import { useOffers } from '../../stores/offers';
import { shopNow } from '../../stores/shopClock';
import { Countdown } from '../../ui/Countdown';
import { Progress } from '../../ui/Progress';
import type { FlashComing, FlashOn } from './productOffers';
import './FlashBand.scss';

/** A 秒杀 above the price that it sets: until when, how many each, and how much is gone. */
export function FlashBand({ flash: { endsAtMs, limitSay, takenPercent } }: { flash: FlashOn }) {
  const taken = `已抢 ${takenPercent}%`;
  return (
    <View className="flash-band">
      <View className="flash-band__line">
        <Text className="flash-band__name">限时秒杀</Text>
        <Text className="flash-band__time">
          距结束{' '}
          <Countdown
            endsAtMs={endsAtMs}
            now={shopNow}
            onEnd={() => void useOffers.getState().learnAnew()}
          />
        </Text>
      </View>
      <View className="flash-band__line">
        <View className="flash-band__bar">
          <Progress percent={takenPercent} />
        </View>
        <Text className="flash-band__taken">
          {limitSay === '' ? taken : `${limitSay}，${taken}`}
        </Text>
      </View>
    </View>
  );
}

/** A 秒杀 that has not begun: when, and for how much. */
export function FlashSoon({ coming: { startsAtMs, priceFen } }: { coming: FlashComing }) {
  return (
    <View className="flash-band">
      <View className="flash-band__line">
        <Text className="flash-band__name">秒杀价 ¥{yuanText(priceFen)}</Text>
        <Text className="flash-band__time">{soonText(startsAtMs, shopNow())} 开始</Text>
      </View>
    </View>
  );
}

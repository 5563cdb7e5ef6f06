import { Text, View } from '@tarojs/components';
import { useOffers } from '../../stores/offers';
import { shopNow } from '../../stores/shopClock';
import { Countdown } from '../../ui/Countdown';
import { Progress } from '../../ui/Progress';
import type { FlashOn } from './productOffers';
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

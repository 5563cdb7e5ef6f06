import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { classes } from '../../kit/classes';
import { useAsk } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Picture } from '../../ui/Picture';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import { momentText, noStepsSay, parcelName, type Parcel } from './words';
import './ParcelsScreen.scss';

/** The parcels of one of my orders: what is in each, and the way it took. */
export function ParcelsScreen({ orderId }: { orderId: string }) {
  const state = useAsk(() => askAsMember('delivery.ofOrder', { orderId }), orderId);
  usePullDownRefresh(() => {
    void state.reload().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <Page title="物流详情">
      <Ask state={state} skeleton={<SkeletonRows count={3} />}>
        {({ parcels, tracked }) =>
          parcels.length === 0 ? (
            <Empty icon="truck" say="这笔订单没有物流信息" />
          ) : (
            <>
              {parcels.map((parcel) => (
                <ParcelBlock key={parcel.parcelId} parcel={parcel} tracked={tracked} />
              ))}
            </>
          )
        }
      </Ask>
    </Page>
  );
}

function ParcelBlock({ parcel, tracked }: { parcel: Parcel; tracked: boolean }) {
  return (
    <View className="parcel">
      <View className="parcel__head">
        <Text className="parcel__state">{parcel.stateName}</Text>
        <Text className="parcel__name">{parcelName(parcel)}</Text>
      </View>
      <Tap
        className="parcel__number"
        label={`复制运单号 ${parcel.number}`}
        onTap={() => void Taro.setClipboardData({ data: parcel.number })}
      >
        <Text className="parcel__carrier">{parcel.carrierName}</Text>
        <Text className="parcel__digits">{parcel.number}</Text>
        <Icon name="copy" size="small" />
      </Tap>
      <View className="parcel__goods">
        {parcel.units.map((unit) => (
          <View key={unit.line} className="parcel__unit">
            <View className="parcel__picture">
              <Picture src={unit.pictureUrl} rounded />
            </View>
            <View className="parcel__words">
              <View className="parcel__title">{unit.title}</View>
              <View className="parcel__spec">
                {unit.specText} ×{unit.quantity}
              </View>
            </View>
          </View>
        ))}
      </View>
      <Way parcel={parcel} tracked={tracked} />
    </View>
  );
}

/** The way of a parcel, the latest step first. */
function Way({ parcel, tracked }: { parcel: Parcel; tracked: boolean }) {
  if (parcel.steps.length === 0) return <View className="parcel__none">{noStepsSay(tracked)}</View>;
  return (
    <View className="parcel__way">
      {parcel.steps.map((step, index) => (
        <View
          key={`${step.happenedAt} ${step.say}`}
          className={classes('parcel-step', index === 0 && 'parcel-step--latest')}
        >
          <View>{step.say}</View>
          <View className="parcel-step__when">
            {momentText(step.happenedAt)} {step.place}
          </View>
        </View>
      ))}
    </View>
  );
}

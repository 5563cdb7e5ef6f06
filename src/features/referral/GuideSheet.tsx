import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { ask, type Output } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { useAttribution, type GuideCard as Guide } from '../../stores/attribution';
import { Ask } from '../../ui/Ask';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Sheet } from '../../ui/Sheet';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import { GuideCard } from './GuideCard';
import './GuideSheet.scss';

type Store = Output<'guides.stores'>['items'][number];

/** Whom to ask: my guide, and the stores with their hours and numbers; hers comes first. */
export function GuideSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const guide = useAttribution((attribution) => attribution.guide);
  return (
    <Sheet open={open} onClose={onClose} title={guide === null ? '到店咨询' : '联系导购'}>
      {guide === null ? null : (
        <View className="guide-sheet__guide">
          <GuideCard guide={guide} />
        </View>
      )}
      {process.env.TARO_ENV === 'h5' ? null : <Button openType="contact">在线咨询</Button>}
      <Stores guide={guide} />
    </Sheet>
  );
}

function Stores({ guide }: { guide: Guide | null }) {
  const state = useAsk(() => ask('guides.stores', {}));
  return (
    <Ask state={state} skeleton={<SkeletonRows count={2} />}>
      {({ items }) => (
        <View>
          {hersFirst(items, guide).map((store) => (
            <StoreRow key={store.storeId} store={store} />
          ))}
        </View>
      )}
    </Ask>
  );
}

function StoreRow({ store }: { store: Store }) {
  return (
    <View className="guide-sheet__store">
      <View className="guide-sheet__words">
        <View className="guide-sheet__name">{store.name}</View>
        <View className="guide-sheet__note">{store.address}</View>
        <View className="guide-sheet__note">{store.hours}</View>
      </View>
      <Tap
        className="guide-sheet__call"
        label={`致电${store.name}`}
        onTap={() => void Taro.makePhoneCall({ phoneNumber: store.phone })}
      >
        <Icon name="phone" />
      </Tap>
    </View>
  );
}

function hersFirst(stores: readonly Store[], guide: Guide | null): Store[] {
  const hers = (store: Store) => (store.name === guide?.storeName ? 0 : 1);
  return [...stores].sort((a, b) => hers(a) - hers(b));
}

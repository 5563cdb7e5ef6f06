import { View } from '@tarojs/components';
import { ask } from '../../cloud';
import { classes } from '../../kit/classes';
import { useAsk } from '../../kit/useAsk';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { Sheet } from '../../ui/Sheet';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import './StoreSheet.scss';

interface StoreSheetProps {
  open: boolean;
  storeId: string;
  onClose: () => void;
  onChoose: (storeId: string) => void;
}

/** The stores where goods can be picked up; they are asked for when the sheet first opens. */
export function StoreSheet({ open, storeId, onClose, onChoose }: StoreSheetProps) {
  return (
    <Sheet open={open} title="选择自提门店" onClose={onClose}>
      <Stores storeId={storeId} onChoose={onChoose} />
    </Sheet>
  );
}

function Stores({ storeId, onChoose }: Pick<StoreSheetProps, 'storeId' | 'onChoose'>) {
  const state = useAsk(() => ask('guides.stores', {}));
  return (
    <Ask state={state} skeleton={<SkeletonRows count={3} />}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="shop" say="暂时没有可自提的门店" />
        ) : (
          items.map((store) => (
            <Tap
              key={store.storeId}
              className="store-row"
              chosen={store.storeId === storeId}
              onTap={() => onChoose(store.storeId)}
            >
              <View className="store-row__words">
                <View className="store-row__name">{store.name}</View>
                <View className="store-row__line">{store.address}</View>
                <View className="store-row__line">
                  营业时间 {store.hours} · {store.phone}
                </View>
              </View>
              <View
                className={classes(
                  'store-row__mark',
                  store.storeId === storeId && 'store-row__mark--chosen',
                )}
              >
                {store.storeId === storeId ? <Icon name="check" size="small" /> : null}
              </View>
            </Tap>
          ))
        )
      }
    </Ask>
  );
}

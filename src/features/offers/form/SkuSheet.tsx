import { View } from '@tarojs/components';
import { useState } from 'react';
import { moneyText } from '../../../../cloudfunctions/kit/money';
import { ask } from '../../../cloud';
import { useAsk } from '../../../kit/useAsk';
import { Ask } from '../../../ui/Ask';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Picture } from '../../../ui/Picture';
import { Sheet } from '../../../ui/Sheet';
import { Bone, Skeleton } from '../../../ui/Skeleton';
import { Tap } from '../../../ui/Tap';
import { toast } from '../../../ui/toast';
import { GoodsList, type Good } from './GoodsList';
import { toggled, type PickedSku } from './picked';
import { Disc } from './PickRow';
import { skusOf } from './skusOf';

interface SkuSheetProps {
  open: boolean;
  chosen: readonly PickedSku[];
  /** The most that may be chosen; one is taken at its tap. */
  most: number;
  title?: string;
  onClose: () => void;
  onDone: (chosen: PickedSku[]) => void;
}

/** SKUs to choose: a product opens to its own. */
export function SkuSheet(props: SkuSheetProps) {
  const { open, chosen, most, title = '选商品规格', onClose, onDone } = props;
  const [picked, setPicked] = useState<readonly PickedSku[] | null>(null);
  const [opened, setOpened] = useState('');
  const now = picked ?? chosen;
  const close = (deed: () => void) => () => {
    setPicked(null);
    deed();
  };
  const toggle = (sku: PickedSku) => {
    if (most === 1) return close(() => onDone([sku]))();
    const next = toggled(now, sku, (one) => one.skuId);
    if (next.length > most) toast(`最多选 ${most} 件`);
    else setPicked(next);
  };
  const done = <Button onTap={close(() => onDone([...now]))}>{`选好了（${now.length}）`}</Button>;
  return (
    <Sheet
      open={open}
      title={title}
      onClose={close(onClose)}
      {...(most === 1 ? {} : { foot: done })}
    >
      <GoodsList
        row={(good) => (
          <View key={good.productId}>
            <ProductRow
              good={good}
              opened={opened === good.productId}
              count={now.filter((one) => one.productId === good.productId).length}
              onTap={() => setOpened(opened === good.productId ? '' : good.productId)}
            />
            {opened === good.productId ? (
              <Skus productId={good.productId} chosen={now} onToggle={toggle} />
            ) : null}
          </View>
        )}
      />
    </Sheet>
  );
}

interface ProductRowProps {
  good: Good;
  opened: boolean;
  /** How many of its SKUs are chosen. */
  count: number;
  onTap: () => void;
}

function ProductRow({ good, opened, count, onTap }: ProductRowProps) {
  const { title, priceFen, pictureUrl } = good;
  return (
    <Tap className="good-pick" onTap={onTap}>
      <View className="good-pick__picture">
        <Picture src={pictureUrl} rounded />
      </View>
      <View className="good-pick__words">
        <View className="good-pick__title">{title}</View>
        <View className="good-pick__note">
          {moneyText(priceFen)} 起{count > 0 ? `，已选 ${count} 个规格` : ''}
        </View>
      </View>
      <Icon className="good-pick__open" name={opened ? 'up' : 'down'} size="small" />
    </Tap>
  );
}

interface SkusProps {
  productId: string;
  chosen: readonly PickedSku[];
  onToggle: (sku: PickedSku) => void;
}

function Skus({ productId, chosen, onToggle }: SkusProps) {
  const state = useAsk(() => ask('catalogue.product', { productId }), productId);
  return (
    <View className="sku-picks">
      <Ask state={state} skeleton={<SkusSkeleton />}>
        {(product) =>
          skusOf(product).map((sku) => {
            const isChosen = chosen.some((one) => one.skuId === sku.skuId);
            return (
              <Tap
                key={sku.skuId}
                className="sku-pick"
                chosen={isChosen}
                onTap={() => onToggle(sku)}
              >
                <View className="good-pick__words">
                  {sku.specText || '默认规格'}
                  <View className="good-pick__note">
                    {moneyText(sku.priceFen)}，库存 {sku.left}
                  </View>
                </View>
                <Disc chosen={isChosen} />
              </Tap>
            );
          })
        }
      </Ask>
    </View>
  );
}

function SkusSkeleton() {
  return (
    <Skeleton>
      <Bone shape="line" width="half" />
      <Bone shape="line" width="half" />
    </Skeleton>
  );
}

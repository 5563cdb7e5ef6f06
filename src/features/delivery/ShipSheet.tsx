import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { Ask } from '../../ui/Ask';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Sheet } from '../../ui/Sheet';
import { SkeletonRows } from '../../ui/Skeleton';
import { Stepper } from '../../ui/Stepper';
import { Tap } from '../../ui/Tap';
import { isWhole, noLabel, NumberField, type TypedLabel } from './NumberField';
import { useShipping } from './useShipping';
import { labelText, type Packing } from './words';
import './ShipSheet.scss';

interface ShipSheetProps {
  /** Null while it is closed. */
  orderId: string | null;
  onClose: () => void;
  onShipped: () => void;
}

/** What of an order leaves now, to whom, and under which number. */
export function ShipSheet({ orderId, onClose, onShipped }: ShipSheetProps) {
  const state = useAsk(() => ask('delivery.packing', { orderId: orderId ?? '' }), orderId);
  const [label, setLabel] = useState<TypedLabel>(noLabel);
  const [counts, setCounts] = useState<ReadonlyMap<number, number>>(new Map());
  const packing = state.phase === 'ready' && state.value.orderId === orderId ? state.value : null;
  const units = unitsOf(packing, counts);
  const shipping = useShipping(() => {
    reset();
    onShipped();
  });

  function reset() {
    setLabel(noLabel);
    setCounts(new Map());
    onClose();
  }

  return (
    <Sheet
      open={orderId !== null}
      title="发货"
      onClose={reset}
      foot={
        <Button
          id="ship"
          loading={shipping.busy}
          disabled={packing === null || units.length === 0 || !isWhole(label)}
          onTap={() => void shipping.ship({ orderId: orderId ?? '', units, label })}
        >
          {`发出 ${units.reduce((sum, unit) => sum + unit.quantity, 0)} 件`}
        </Button>
      }
    >
      <Ask state={state} skeleton={<SkeletonRows count={2} />}>
        {(value) => (
          <>
            <Receiver packing={value} />
            <Lines
              packing={value}
              counts={counts}
              onCount={(line, count) => setCounts(new Map(counts).set(line, count))}
            />
            <NumberField label={label} onChange={setLabel} />
          </>
        )}
      </Ask>
    </Sheet>
  );
}

interface LinesProps {
  packing: Packing;
  counts: ReadonlyMap<number, number>;
  onCount: (line: number, count: number) => void;
}

/** What is left of each line, and how much of it leaves now. */
function Lines({ packing, counts, onCount }: LinesProps) {
  return (
    <>
      {packing.goods
        .filter(({ left }) => left > 0)
        .map(({ line, title, specText, left }) => (
          <View key={line} className="ship-line">
            <View className="ship-line__words">
              <View className="ship-line__title">{title}</View>
              <View className="ship-line__spec">
                {specText} · 待发 {left} 件
              </View>
            </View>
            <Stepper
              label={`${title} ${specText}的数量`}
              value={counts.get(line) ?? left}
              min={0}
              max={left}
              onChange={(count) => onCount(line, count)}
            />
          </View>
        ))}
    </>
  );
}

/** Without a word everything that is left goes. */
function unitsOf(packing: Packing | null, counts: ReadonlyMap<number, number>) {
  return (packing?.goods ?? [])
    .map(({ line, left }) => ({ line, quantity: counts.get(line) ?? left }))
    .filter(({ quantity }) => quantity > 0);
}

/** The address in full, to be copied onto a label. */
function Receiver({ packing: { contact, remark } }: { packing: Packing }) {
  if (contact === null) return null;
  const text = labelText(contact);
  return (
    <>
      <Tap
        className="ship-receiver"
        label="复制收件信息"
        onTap={() => void Taro.setClipboardData({ data: text })}
      >
        <View className="ship-receiver__text">{text}</View>
        <Icon name="copy" size="small" />
      </Tap>
      {remark === '' ? null : <View className="ship-receiver__remark">留言：{remark}</View>}
    </>
  );
}

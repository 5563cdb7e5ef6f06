import { View } from '@tarojs/components';
import { useState } from 'react';
import { ask } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { useAsk } from '../../kit/useAsk';
import { Ask } from '../../ui/Ask';
import { Button } from '../../ui/Button';
import { Chip, Chips } from '../../ui/Chip';
import { Sheet } from '../../ui/Sheet';
import { SkeletonRows } from '../../ui/Skeleton';
import { toast } from '../../ui/toast';
import { isWhole, noLabel, NumberField, type TypedLabel } from './NumberField';
import type { Packing } from './words';
import './ShipSheet.scss';

interface CorrectSheetProps {
  /** Null while it is closed. */
  orderId: string | null;
  onClose: () => void;
  onCorrected: () => void;
}

/** Puts another number on one of an order's parcels. */
export function CorrectSheet(props: CorrectSheetProps) {
  const { orderId } = props;
  const state = useAsk(() => ask('delivery.packing', { orderId: orderId ?? '' }), orderId);
  const form = useCorrecting(state.phase === 'ready' ? state.value.parcels : [], props);
  return (
    <Sheet
      open={orderId !== null}
      title="更正单号"
      onClose={form.reset}
      foot={
        <Button
          id="correct"
          loading={form.busy}
          disabled={form.parcelId === '' || !isWhole(form.label)}
          onTap={() => void form.correct()}
        >
          更正
        </Button>
      }
    >
      <View className="ship-receiver__remark">一笔订单的单号只能更正一次，请仔细核对</View>
      <Ask state={state} skeleton={<SkeletonRows count={1} />}>
        {(packing) => (
          <>
            <Chips>
              {packing.parcels.map((parcel) => (
                <Chip
                  key={parcel.parcelId}
                  chosen={parcel.parcelId === form.parcelId}
                  disabled={!parcel.correctable}
                  onTap={() => form.choose(parcel.parcelId)}
                >
                  {parcel.label}
                </Chip>
              ))}
            </Chips>
            <NumberField label={form.label} onChange={form.write} />
          </>
        )}
      </Ask>
    </Sheet>
  );
}

/** Which parcel, and what its number should be; the only one that there is needs no choice. */
function useCorrecting(
  parcels: Packing['parcels'],
  { onClose, onCorrected }: Pick<CorrectSheetProps, 'onClose' | 'onCorrected'>,
) {
  const [chosen, choose] = useState('');
  const [label, write] = useState<TypedLabel>(noLabel);
  const [busy, setBusy] = useState(false);
  const [only] = parcels;
  const single = parcels.length === 1 && only?.correctable === true ? only.parcelId : '';
  const parcelId = single === '' ? chosen : single;

  function reset() {
    choose('');
    write(noLabel);
    onClose();
  }

  async function correct() {
    setBusy(true);
    const { number, carrier } = label;
    try {
      const named = carrier === null ? {} : { carrier };
      await ask('delivery.correct', { parcelId, number, ...named });
      toast('单号已更正');
      reset();
      onCorrected();
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }

  return { parcelId, choose, label, write, busy, reset, correct };
}

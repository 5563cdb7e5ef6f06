import { Chip, Chips } from '../../ui/Chip';
import { Sheet } from '../../ui/Sheet';
import { shopNow } from '../../stores/shopClock';
import { slotName } from './slots';
import type { OrderPreview } from './steps';

interface SlotSheetProps {
  open: boolean;
  city: OrderPreview['city'];
  slotAt: number | null;
  onClose: () => void;
  onChoose: (slotAt: number | null) => void;
}

/** When goods shall come within the city. */
export function SlotSheet({ open, city, slotAt, onClose, onChoose }: SlotSheetProps) {
  return (
    <Sheet open={open} title="选择送达时间" onClose={onClose}>
      <Chips>
        {(city?.slots ?? []).map((slot) => (
          <Chip
            key={slot.startsAt ?? 0}
            chosen={slot.startsAt === slotAt}
            onTap={() => onChoose(slot.startsAt)}
          >
            {slotName(slot, city?.minutes ?? 0, shopNow())}
          </Chip>
        ))}
      </Chips>
    </Sheet>
  );
}

import { useState } from 'react';
import { moneyText } from '../../../../cloudfunctions/kit/money';
import { Button } from '../../../ui/Button';
import { Sheet } from '../../../ui/Sheet';
import { toast } from '../../../ui/toast';
import { GoodsList, type Good } from './GoodsList';
import { toggled, type PickedProduct } from './picked';
import { PickRow } from './PickRow';

interface ProductSheetProps {
  open: boolean;
  chosen: readonly PickedProduct[];
  /** The most that may be chosen. */
  most: number;
  onClose: () => void;
  onDone: (chosen: PickedProduct[]) => void;
}

/** Products to choose among all of the shop. */
export function ProductSheet(props: ProductSheetProps) {
  const { open, chosen, most, onClose, onDone } = props;
  const [picked, setPicked] = useState<readonly PickedProduct[] | null>(null);
  const now = picked ?? chosen;
  const close = (deed: () => void) => () => {
    setPicked(null);
    deed();
  };
  const toggle = (good: Good) => {
    const next = toggled(now, pickedProduct(good), (one) => one.productId);
    if (next.length > most) toast(`最多选 ${most} 件`);
    else setPicked(next);
  };
  return (
    <Sheet
      open={open}
      title="选商品"
      onClose={close(onClose)}
      foot={<Button onTap={close(() => onDone([...now]))}>{`选好了（${now.length}）`}</Button>}
    >
      <GoodsList
        row={(good) => (
          <PickRow
            key={good.productId}
            title={good.title}
            note={moneyText(good.priceFen)}
            pictureUrl={good.pictureUrl}
            chosen={now.some((one) => one.productId === good.productId)}
            onTap={() => toggle(good)}
          />
        )}
      />
    </Sheet>
  );
}

function pickedProduct({ productId, title, pictureUrl, priceFen }: Good): PickedProduct {
  return { productId, title, pictureUrl, priceFen };
}

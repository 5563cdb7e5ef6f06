import { View } from '@tarojs/components';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { LineRow } from './LineRow';
import type { OrderSummary } from './words';
import './CancelSheet.scss';

interface ConfirmSheetProps {
  open: boolean;
  lines: OrderSummary['lines'];
  onClose: () => void;
  onConfirm: () => void;
}

/** Shows what should be here before she says that it is. */
export function ConfirmSheet({ open, lines, onClose, onConfirm }: ConfirmSheetProps) {
  return (
    <Sheet
      open={open}
      title="确认收货"
      onClose={onClose}
      foot={
        <>
          <Button kind="plain" onTap={onClose}>
            还没收到
          </Button>
          <Button id="confirm-receipt" onTap={onConfirm}>
            商品都收到了
          </Button>
        </>
      }
    >
      <View className="cancel-sheet__say">请核对商品都已收到。确认后开始计算售后期</View>
      {lines.map((line) => (
        <LineRow key={line.line} {...line} small />
      ))}
    </Sheet>
  );
}

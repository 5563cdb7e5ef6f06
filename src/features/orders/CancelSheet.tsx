import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { Chip, Chips } from '../../ui/Chip';
import { Sheet } from '../../ui/Sheet';
import { cancelReasons } from './words';
import './CancelSheet.scss';

interface CancelSheetProps {
  open: boolean;
  onClose: () => void;
  /** Takes the order back, for this reason. */
  onCancel: (reason: string) => void;
}

/** Asks why before an order is taken back. */
export function CancelSheet({ open, onClose, onCancel }: CancelSheetProps) {
  const [reason, setReason] = useState('');
  return (
    <Sheet
      open={open}
      title="取消订单"
      onClose={onClose}
      foot={
        <>
          <Button kind="plain" onTap={onClose}>
            暂不取消
          </Button>
          <Button id="confirm-cancel" disabled={reason === ''} onTap={() => onCancel(reason)}>
            确认取消
          </Button>
        </>
      }
    >
      <View className="cancel-sheet__say">请告诉我们原因，取消后库存会立即释放</View>
      <Chips>
        {cancelReasons.map((one) => (
          <Chip key={one} chosen={one === reason} onTap={() => setReason(one)}>
            {one}
          </Chip>
        ))}
      </Chips>
    </Sheet>
  );
}

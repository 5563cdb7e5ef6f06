import { useState } from 'react';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { SwitchCell } from '../../ui/SwitchCell';
import { ParcelSheet } from './ParcelSheet';
import type { StaffDeeds } from './useStaffDeeds';
import { WordsSheet } from './WordsSheet';

export type StaffSheet = 'none' | 'refuse' | 'receive' | 'send' | 'note';

interface StaffSheetsProps {
  sheet: StaffSheet;
  busy: boolean;
  deeds: StaffDeeds;
  onClose: () => void;
}

/** What the shop is asked before it refuses, receives, sends or notes. */
export function StaffSheets({ sheet, busy, deeds, onClose }: StaffSheetsProps) {
  const closing = (done: Promise<boolean>) => void done.then((ok) => ok && onClose());
  return (
    <>
      <WordsSheet
        open={sheet === 'refuse'}
        title="拒绝原因"
        hint="顾客会看到原因，并可以再申请一次"
        placeholder="例如：商品已使用，影响二次销售"
        most={100}
        yes="确认拒绝"
        busy={busy}
        onClose={onClose}
        onSend={(reason) => closing(deeds.refuse(reason))}
      />
      <WordsSheet
        open={sheet === 'note'}
        title="添加备注"
        hint="只有店长和这笔订单的导购能看到"
        placeholder="例如：已电话沟通，顾客同意换货"
        most={200}
        yes="保存备注"
        busy={busy}
        onClose={onClose}
        onSend={(note) => closing(deeds.note(note))}
      />
      <ReceiveSheet
        open={sheet === 'receive'}
        busy={busy}
        onClose={onClose}
        onReceive={(restock) => closing(deeds.receive(restock))}
      />
      <ParcelSheet
        open={sheet === 'send'}
        title="寄出换货"
        busy={busy}
        onClose={onClose}
        onSend={(parcel) => closing(deeds.send(parcel))}
      />
    </>
  );
}

interface ReceiveSheetProps {
  open: boolean;
  busy: boolean;
  onClose: () => void;
  onReceive: (restock: boolean) => void;
}

function ReceiveSheet({ open, busy, onClose, onReceive }: ReceiveSheetProps) {
  const [restock, setRestock] = useState(true);
  return (
    <Sheet
      open={open}
      title="确认收到退货"
      onClose={onClose}
      foot={
        <Button id="confirm-receive" loading={busy} onTap={() => onReceive(restock)}>
          确认收货
        </Button>
      }
    >
      <SwitchCell
        title="可以再次销售"
        note={restock ? '商品会放回货架库存' : '商品不回库存'}
        on={restock}
        onChange={setRestock}
      />
    </Sheet>
  );
}

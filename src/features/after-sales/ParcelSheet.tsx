import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { Chip, Chips } from '../../ui/Chip';
import { Field } from '../../ui/Field';
import { Sheet } from '../../ui/Sheet';
import './AskForm.scss';

interface ParcelSheetProps {
  open: boolean;
  title: string;
  busy: boolean;
  onClose: () => void;
  onSend: (parcel: { carrier: string; number: string }) => void;
}

const carriers = [
  '顺丰速运',
  '中通快递',
  '圆通速递',
  '申通快递',
  '韵达快递',
  '京东快递',
  '邮政 EMS',
];
const numberLooks = /^[0-9A-Za-z-]{5,40}$/;

/** Which parcel goods go by: the carrier and its number. */
export function ParcelSheet({ open, title, busy, onClose, onSend }: ParcelSheetProps) {
  const [carrier, setCarrier] = useState('');
  const [number, setNumber] = useState('');
  const typed = number.replace(/\s+/g, '');
  const wrong = typed !== '' && !numberLooks.test(typed);
  const ready = carrier.trim() !== '' && numberLooks.test(typed);
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      foot={
        <Button
          id="send-parcel"
          loading={busy}
          disabled={!ready}
          onTap={() => onSend({ carrier: carrier.trim(), number: typed })}
        >
          提交
        </Button>
      }
    >
      <Chips>
        {carriers.map((one) => (
          <Chip key={one} chosen={one === carrier} onTap={() => setCarrier(one)}>
            {one}
          </Chip>
        ))}
      </Chips>
      <View className="ask-form__fields">
        <Field
          label="快递公司"
          value={carrier}
          maxLength={20}
          placeholder="选择上面的，或直接填写"
          onChange={setCarrier}
        />
        <Field
          label="运单号"
          value={number}
          maxLength={44}
          placeholder="5 到 40 位字母或数字"
          error={wrong ? '运单号只有字母、数字和短横' : ''}
          onChange={setNumber}
        />
      </View>
    </Sheet>
  );
}

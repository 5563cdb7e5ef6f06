import { Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import './PasteBox.scss';

interface PasteBoxProps {
  busy: boolean;
  onRead: (text: string) => void;
}

/** Takes a pasted text apart, so that an address need not be typed. */
export function PasteBox({ busy, onRead }: PasteBoxProps) {
  const [text, setText] = useState('');
  return (
    <View className="paste-box">
      <Textarea
        className="paste-box__area"
        value={text}
        maxlength={300}
        placeholder="粘贴整段地址，自动识别姓名、电话和地址"
        placeholderClass="ui-field-hint"
        aria-label="粘贴整段地址"
        onInput={(event) => setText(event.detail.value)}
      />
      <View className="paste-box__foot">
        <View className="paste-box__sample">例：张三 13812345678 上海市徐汇区漕溪北路 1 号</View>
        <Button
          id="read-address"
          kind="quiet"
          compact
          loading={busy}
          disabled={text.trim() === ''}
          onTap={() => onRead(text)}
        >
          识别
        </Button>
      </View>
    </View>
  );
}

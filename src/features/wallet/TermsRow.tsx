import { View } from '@tarojs/components';
import { useState } from 'react';
import { classes } from '../../kit/classes';
import { Icon } from '../../ui/Icon';
import { Sheet } from '../../ui/Sheet';
import { Tap } from '../../ui/Tap';
import './TermsRow.scss';

interface TermsRowProps {
  terms: string;
  agreed: boolean;
  onToggle: () => void;
}

/** The terms of stored value, and whether she agrees; nothing is ticked for her. */
export function TermsRow({ terms, agreed, onToggle }: TermsRowProps) {
  const [reading, setReading] = useState(false);
  return (
    <>
      <View className="wallet-terms">
        <Tap className="wallet-terms__tick" chosen={agreed} onTap={onToggle}>
          <View className={classes('wallet-terms__disc', agreed && 'wallet-terms__disc--chosen')}>
            {agreed ? <Icon name="check" size="small" /> : null}
          </View>
          我已阅读并同意
        </Tap>
        <Tap className="wallet-terms__read" onTap={() => setReading(true)}>
          《储值说明》
        </Tap>
      </View>
      <Sheet open={reading} title="储值说明" onClose={() => setReading(false)}>
        <View className="wallet-terms__text">{terms}</View>
      </Sheet>
    </>
  );
}

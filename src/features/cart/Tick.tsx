import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '../../kit/classes';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import './Tick.scss';

interface TickProps {
  chosen: boolean;
  /** What is chosen, for screen readers; left out where the words beside say it. */
  label?: string;
  onTap: () => void;
  children?: ReactNode;
}

/** A round box to tick, with room for a finger. */
export function Tick({ chosen, label, onTap, children }: TickProps) {
  return (
    <Tap className="cart-tick" label={label} chosen={chosen} onTap={onTap}>
      <View className={classes('cart-tick__disc', chosen && 'cart-tick__disc--chosen')}>
        {chosen ? <Icon name="check" size="small" /> : null}
      </View>
      {children}
    </Tap>
  );
}

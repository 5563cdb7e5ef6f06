import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '../kit/classes';
import { Tap } from './Tap';
import './Chip.scss';

interface ChipProps {
  children: string;
  chosen?: boolean;
  /** Struck through and not to be taken. */
  disabled?: boolean;
  /** A word in its corner. */
  mark?: string;
  onTap: () => void;
}

/** One choice among several. */
export function Chip({ children, chosen = false, disabled = false, mark, onTap }: ChipProps) {
  return (
    <Tap
      className={classes('ui-chip', chosen && 'ui-chip--chosen', disabled && 'ui-chip--disabled')}
      chosen={chosen}
      disabled={disabled}
      onTap={onTap}
    >
      {children}
      {mark === undefined ? null : <Text className="ui-chip__mark">{mark}</Text>}
    </Tap>
  );
}

/** Choices side by side, going on in the next line. */
export function Chips({ children }: { children: ReactNode }) {
  return <View className="ui-chips">{children}</View>;
}

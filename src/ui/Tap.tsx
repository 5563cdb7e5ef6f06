import { View } from '@tarojs/components';
import type { KeyboardEvent, ReactNode } from 'react';

interface TapProps {
  onTap: () => void;
  children?: ReactNode;
  className?: string;
  /** Read aloud where the words inside do not say it, as on an icon. */
  label?: string;
  disabled?: boolean;
  /** Said to screen readers on a choice: whether this one is taken. */
  chosen?: boolean;
  id?: string;
}

/** Anything that answers a finger: feedback at once, and reachable by keyboard and screen reader. */
export function Tap({ onTap, children, className, label, disabled = false, chosen, id }: TapProps) {
  return (
    <View
      className={className}
      hoverClass={disabled ? 'none' : 'is-pressed'}
      hoverStayTime={120}
      onClick={disabled ? undefined : onTap}
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(process.env.TARO_ENV === 'h5' ? forBrowser({ onTap, disabled, chosen }) : {})}
    >
      {children}
    </View>
  );
}

/** What a browser needs beyond a finger; the mini program would only carry it along. */
function forBrowser({ onTap, disabled, chosen }: Pick<TapProps, 'onTap' | 'disabled' | 'chosen'>) {
  return {
    role: 'button',
    tabIndex: disabled ? -1 : 0,
    ...(disabled ? { 'aria-disabled': 'true' } : {}),
    ...(chosen === undefined ? {} : { 'aria-pressed': chosen ? 'true' : 'false' }),
    onKeyDown(event: KeyboardEvent) {
      if (disabled || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      onTap();
    },
  };
}

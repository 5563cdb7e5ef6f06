import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Tap } from './Tap';
import './Swipe.scss';

interface SwipeProps {
  children: ReactNode;
  /** The word on what a swipe to the left uncovers. */
  action?: string;
  onAction: () => void;
}

/** A row that uncovers its removal when it is swiped. Offer the same deed elsewhere for those who cannot swipe. */
export function Swipe({ children, action = '删除', onAction }: SwipeProps) {
  return (
    <View className="ui-swipe">
      <View className="ui-swipe__content">{children}</View>
      <Tap className="ui-swipe__action" onTap={onAction}>
        {action}
      </Tap>
    </View>
  );
}

import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './BottomBar.scss';

/** The bar at the thumb with a screen's one primary action. Give it to `Page` as `bar`. */
export function BottomBar({ children }: { children: ReactNode }) {
  return (
    <View className="ui-bottom-bar">
      <View className="ui-bottom-bar__row">{children}</View>
    </View>
  );
}

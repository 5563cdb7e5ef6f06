import { View } from '@tarojs/components';
import { BottomBar } from '../../ui/BottomBar';
import './ReadOnlyBar.scss';

/** In Moments nothing can be bought; WeChat's own button, right below, leads on. */
export function ReadOnlyBar() {
  return (
    <BottomBar>
      <View className="read-only-bar">前往小程序查看并购买</View>
    </BottomBar>
  );
}

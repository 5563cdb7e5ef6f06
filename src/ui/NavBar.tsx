import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Icon } from './Icon';
import { Tap } from './Tap';
import './NavBar.scss';

const firstPage = '/pages/home/index';

/** H5's bar: the title, and the way back where there is one. The mini program has its own. */
export function NavBar({ title, back }: { title: string; back: boolean }) {
  return (
    <View className="ui-nav-bar">
      <View className="ui-nav-bar__row">
        {back ? (
          <Tap className="ui-nav-bar__back" label="返回" onTap={goBack}>
            <Icon name="back" />
          </Tap>
        ) : null}
        <Text className="ui-nav-bar__title">{title}</Text>
      </View>
    </View>
  );
}

/** To the page before, or to the first tab when this page was opened by its address. */
function goBack() {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: firstPage });
}

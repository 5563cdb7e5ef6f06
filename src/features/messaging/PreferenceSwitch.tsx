import { View } from '@tarojs/components';
import { sayWhy } from '../../kit/sayWhy';
import { useAsk } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';
import { SwitchCell } from '../../ui/SwitchCell';
import { toast } from '../../ui/toast';
import './PreferenceSwitch.scss';

/** Whether the shop may send offers and reminders; messages about orders come all the same. */
export function PreferenceSwitch() {
  const state = useAsk(() => askAsMember('messaging.preferences', {}));

  async function save(marketing: boolean): Promise<void> {
    state.change(() => ({ marketing }));
    try {
      await askAsMember('messaging.savePreferences', { marketing });
    } catch (reason) {
      state.change(() => ({ marketing: !marketing }));
      toast(sayWhy(reason));
    }
  }

  if (state.phase !== 'ready') return null;
  return (
    <View className="preference-switch">
      <SwitchCell
        title="优惠和到期提醒"
        note="关闭后不再发优惠、券和积分到期的消息；订单和售后的消息不受影响"
        on={state.value.marketing}
        onChange={(on) => void save(on)}
      />
    </View>
  );
}

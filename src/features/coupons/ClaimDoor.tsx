import { View } from '@tarojs/components';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { openClaim } from './routes';
import './ClaimDoor.scss';

/** The way to the coupons on offer. */
export function ClaimDoor() {
  return (
    <Tap className="claim-door" onTap={openClaim}>
      <View className="claim-door__sign">
        <Icon name="ticket" />
      </View>
      <View className="claim-door__words">
        <View className="claim-door__title">领券中心</View>
        <View className="claim-door__note">先领券，再下单</View>
      </View>
      <View className="claim-door__go">去领券</View>
      <Icon className="claim-door__arrow" name="forward" size="small" />
    </Tap>
  );
}

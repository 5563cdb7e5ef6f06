import { Text, View } from '@tarojs/components';
import { dayOf } from '../../../cloudfunctions/kit/time';
import type { Me } from '../../stores/session';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { Pill } from '../../ui/Pill';
import { Tap } from '../../ui/Tap';
import './MeHead.scss';

/** The shop's zone, east of UTC. */
const shopOffsetMinutes = 480;

/** The member card: face, name, since when. */
export function MeHead({ me, onEdit }: { me: Me; onEdit: () => void }) {
  return (
    <Tap className="me-head" label={`${me.nickname}，修改头像和昵称`} onTap={onEdit}>
      <Avatar name={me.nickname} src={me.avatarUrl === '' ? null : me.avatarUrl} size="large" />
      <View className="me-head__words">
        <View className="me-head__name">{me.nickname}</View>
        <View className="me-head__since">
          <Text>{dayOf(me.joinedAt, shopOffsetMinutes)} 加入</Text>
          {me.phoneMask === null ? null : <Text>{me.phoneMask}</Text>}
        </View>
        {me.staff === null ? null : (
          <View className="me-head__staff">
            <Pill>{me.staff.role === 'guide' ? '导购' : '店长'}</Pill>
          </View>
        )}
      </View>
      <View className="me-head__edit">
        编辑
        <Icon name="forward" size="small" />
      </View>
    </Tap>
  );
}

import { Text, View } from '@tarojs/components';
import type { Asked } from '../../kit/useAsk';
import { shopDay } from '../../kit/shopTime';
import type { Me } from '../../stores/session';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { Pill } from '../../ui/Pill';
import { Tap } from '../../ui/Tap';
import { Figures } from './Figures';
import { LevelRow } from './LevelRow';
import { openMemberPage } from './routes';
import { useHoldings, type Holdings } from './useHoldings';
import './MeHead.scss';

/** The member card: face, name and level, how far the next level is, and what I hold. */
export function MeHead({ me, onEdit }: { me: Me; onEdit: () => void }) {
  const state = useHoldings();
  const holdings = state.phase === 'ready' ? state.value : null;
  return (
    <View className="me-head">
      <View className="me-head__row">
        <Who me={me} onEdit={onEdit} />
        <SignInDoor state={state} />
      </View>
      <LevelRow points={holdings?.points ?? null} waiting={state.phase === 'waiting'} />
      <Figures holdings={holdings} />
    </View>
  );
}

function Who({ me, onEdit }: { me: Me; onEdit: () => void }) {
  return (
    <Tap className="me-head__who" label={`${me.nickname}，修改头像和昵称`} onTap={onEdit}>
      <Avatar name={me.nickname} src={me.avatarUrl === '' ? null : me.avatarUrl} size="large" />
      <View className="me-head__words">
        <View className="me-head__name">
          {me.nickname}
          {me.staff === null ? null : (
            <Text className="me-head__staff">
              <Pill>{me.staff.role === 'guide' ? '导购' : '店长'}</Pill>
            </Text>
          )}
        </View>
        <View className="me-head__since">
          <Text>{shopDay(me.joinedAt)} 加入</Text>
          {me.phoneMask === null ? null : <Text>{me.phoneMask}</Text>}
        </View>
      </View>
    </Tap>
  );
}

/** To the page for signing in day by day; says whether today is done. */
function SignInDoor({ state }: { state: Asked<Holdings> }) {
  const done = state.phase === 'ready' && state.value.points?.signedToday === true;
  return (
    <Tap
      id="daily-sign-in"
      className={done ? 'me-head__sign-in me-head__sign-in--done' : 'me-head__sign-in'}
      onTap={() => openMemberPage('signin')}
    >
      <Icon name={done ? 'check' : 'calendar'} size="small" />
      {done ? '已签到' : '签到'}
    </Tap>
  );
}

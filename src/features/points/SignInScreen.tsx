import { Text, View } from '@tarojs/components';
import { Ask } from '../../ui/Ask';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { classes } from '../../kit/classes';
import { Calendar } from './Calendar';
import { comingDays, type ComingDay, type SignInMonth } from './signIn';
import { useSignIn } from './useSignIn';
import './SignInScreen.scss';

/** Signing in day by day: the streak, what the next days give, and the month. */
export function SignInScreen() {
  const { state, signIn } = useSignIn();
  const month = state.phase === 'ready' ? state.value : null;
  return (
    <Page
      title="每日签到"
      bar={month === null ? null : <SignInBar month={month} onSignIn={() => void signIn()} />}
    >
      <Ask state={state} skeleton={<SignInSkeleton />}>
        {(value) => (
          <>
            <Streak month={value} />
            <Calendar present={value} />
            <Bonuses month={value} />
          </>
        )}
      </Ask>
    </Page>
  );
}

function SignInBar({ month, onSignIn }: { month: SignInMonth; onSignIn: () => void }) {
  return (
    <BottomBar>
      <Button id="sign-in-today" kind={month.signedToday ? 'quiet' : 'primary'} onTap={onSignIn}>
        {month.signedToday ? '今天已签到' : `签到得 ${month.nextPoints} 积分`}
      </Button>
    </BottomBar>
  );
}

function Streak({ month }: { month: SignInMonth }) {
  return (
    <View className="sign-in-streak">
      <View className="sign-in-streak__title">
        {month.streak === 0 ? (
          '今天开始签到'
        ) : (
          <>
            已连续签到 <Text className="sign-in-streak__days">{month.streak}</Text> 天
          </>
        )}
      </View>
      <View className="sign-in-streak__say">
        {month.signedToday ? '今天已签到，明天再来' : '每天签到一次，中断后从第一天重新计算'}
      </View>
      <View className="sign-in-days">
        {comingDays(month).map((coming) => (
          <Coming key={coming.day} coming={coming} />
        ))}
      </View>
    </View>
  );
}

function Coming({ coming: { name, points, bonus } }: { coming: ComingDay }) {
  return (
    <View
      className={classes('sign-in-days__day', bonus && 'sign-in-days__day--bonus')}
      aria-label={`${name}得 ${points} 积分${bonus ? '，含连签奖励' : ''}`}
    >
      <View className="sign-in-days__points">+{points}</View>
      <Icon name={bonus ? 'gift' : 'coin'} />
      <View className="sign-in-days__name">{name}</View>
    </View>
  );
}

function Bonuses({ month: { bonuses, streak } }: { month: SignInMonth }) {
  if (bonuses.length === 0) return null;
  return (
    <View className="sign-in-bonuses">
      <View className="sign-in-bonuses__title">连签奖励</View>
      {bonuses.map(({ days, say }) => (
        <View key={days} className="sign-in-bonuses__row">
          <Icon name="gift" size="small" />
          <View className="sign-in-bonuses__say">
            连续签到 {days} 天 {say}
          </View>
          <View className="sign-in-bonuses__left">还差 {days - streak} 天</View>
        </View>
      ))}
    </View>
  );
}

function SignInSkeleton() {
  return (
    <Skeleton>
      <View className="sign-in-streak">
        <Bone shape="title" width="half" />
        <Bone shape="line" width="most" />
        <View className="sign-in-days">
          {Array.from({ length: 7 }, (_, index) => (
            <View key={index} className="sign-in-days__day" />
          ))}
        </View>
      </View>
      <View className="sign-in-calendar-bones">
        <Bone shape="square" />
      </View>
    </Skeleton>
  );
}

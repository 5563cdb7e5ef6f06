import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { yuanText } from '../../../cloudfunctions/kit/money';
import { lastDay } from '../../kit/shopTime';
import { Ask } from '../../ui/Ask';
import { Icon, type IconName } from '../../ui/Icon';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { Tap } from '../../ui/Tap';
import { PointsSkeleton } from './PointsSkeleton';
import { openMemberPage } from './routes';
import { usePoints, type PointsPiece } from './usePoints';
import { entryTimes, signedText, type MyPoints, type PointsEntry } from './words';
import './PointsScreen.scss';

/** My points: how many, what they are worth, what ends soon, and what moved them. */
export function PointsScreen() {
  const { state, morePhase, moreSay, more } = usePoints();
  return (
    <Page title="我的积分">
      <Ask state={state} skeleton={<PointsSkeleton />}>
        {({ items }) => (
          <Pieces pieces={items}>
            <More phase={morePhase} say={moreSay} onMore={() => void more()} />
          </Pieces>
        )}
      </Ask>
    </Page>
  );
}

function Pieces({ pieces, children }: { pieces: readonly PointsPiece[]; children: ReactNode }) {
  const mine = pieces[0]?.mine ?? null;
  const entries = pieces.flatMap((piece) => piece.entries);
  return (
    <>
      {mine === null ? null : <Balance mine={mine} />}
      <Doors />
      <View className="points-entries">
        <View className="points-entries__title">积分明细</View>
        {entries.length === 0 ? (
          <View className="points-entries__none">还没有积分，签到或下单后会记在这里</View>
        ) : (
          entries.map((entry) => <Entry key={entry.entryId} entry={entry} />)
        )}
      </View>
      {entries.length === 0 ? null : children}
    </>
  );
}

function Balance({ mine: { points, pointFen, ending } }: { mine: MyPoints }) {
  return (
    <View className="points-balance">
      <View className="points-balance__label">可用积分</View>
      <View className="points-balance__row">
        <Text className="points-balance__number">{points}</Text>
        {points > 0 ? (
          <Text className="points-balance__worth">下单可抵 ¥{yuanText(points * pointFen)}</Text>
        ) : null}
      </View>
      {points < 0 ? (
        <View className="points-balance__note">退款收回了已用的积分，补足后可继续使用</View>
      ) : null}
      {ending === null ? null : (
        <View className="points-balance__note">
          <Icon name="clock" size="small" />
          {ending.points} 积分将于 {lastDay(ending.endsAt)} 到期
        </View>
      )}
    </View>
  );
}

function Doors() {
  return (
    <View className="points-doors">
      <Door icon="calendar" label="每日签到" onTap={() => openMemberPage('signin')} />
      <Door icon="gift" label="积分商城" onTap={() => openMemberPage('exchange')} />
      <Door icon="medal" label="会员等级" onTap={() => openMemberPage('levels')} />
    </View>
  );
}

function Door({ icon, label, onTap }: { icon: IconName; label: string; onTap: () => void }) {
  return (
    <Tap className="points-doors__door" onTap={onTap}>
      <View className="points-doors__sign">
        <Icon name={icon} size="large" />
      </View>
      {label}
    </Tap>
  );
}

function Entry({ entry }: { entry: PointsEntry }) {
  return (
    <View className="points-entry">
      <View className="points-entry__words">
        <View className="points-entry__say">{entry.say}</View>
        <View className="points-entry__times">{entryTimes(entry)}</View>
      </View>
      <View
        className={
          entry.points > 0 ? 'points-entry__sum points-entry__sum--in' : 'points-entry__sum'
        }
      >
        {signedText(entry.points)}
      </View>
    </View>
  );
}

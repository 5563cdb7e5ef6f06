import { Text, View } from '@tarojs/components';
import { Icon } from '../../ui/Icon';
import { Progress } from '../../ui/Progress';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import { openMemberPage } from './routes';
import type { Holdings } from './useHoldings';
import './LevelRow.scss';

interface LevelRowProps {
  points: Holdings['points'];
  /** The first answer is still on its way. */
  waiting: boolean;
}

/** My level and how far the next one is; without an answer it is still the way to the levels. */
export function LevelRow({ points, waiting }: LevelRowProps) {
  return (
    <Tap className="level-row" label={labelOf(points)} onTap={() => openMemberPage('levels')}>
      <View className="level-row__line">
        <Icon name="medal" size="small" />
        {waiting ? (
          <Skeleton className="level-row__waiting">
            <Bone shape="line" width="half" />
          </Skeleton>
        ) : (
          <>
            <Text className="level-row__name">{points?.level.name ?? '会员等级'}</Text>
            <Text className="level-row__next">{nextSay(points)}</Text>
          </>
        )}
        <Icon name="forward" size="small" />
      </View>
      <Progress percent={points === null ? 0 : percentOf(points)} />
    </Tap>
  );
}

type Points = NonNullable<Holdings['points']>;

function percentOf({ growth, next }: Points): number {
  return next === null ? 100 : Math.floor((growth / Math.max(1, next.level.growthFrom)) * 100);
}

function nextSay(points: Holdings['points']): string {
  if (points === null) return '查看等级与权益';
  const { next } = points;
  return next === null ? '已是最高等级' : `再 ${next.missing} 成长值升至 ${next.level.name}`;
}

function labelOf(points: Holdings['points']): string {
  return points === null ? '会员等级' : `${points.level.name}，${nextSay(points)}`;
}

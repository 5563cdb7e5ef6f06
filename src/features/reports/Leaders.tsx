import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { countText, groupedText, shareText } from './amounts';
import { openGuideRows } from './routes';
import type { Leader, Window } from './useBoard';
import './Leaders.scss';

/** As many guides as come at once: what travels to the mini program's view stays small. */
const guidesAtOnce = process.env.TARO_ENV === 'h5' ? 20 : 8;

interface LeadersProps {
  leaders: readonly Leader[];
  window: Window;
}

/** The guides, those first whose customers come back. */
export function Leaders({ leaders, window }: LeadersProps) {
  const [most, setMost] = useState(guidesAtOnce);
  return (
    <View className="leaders">
      <View className="leaders__head">
        <Text className="leaders__title">导购排行</Text>
        <Text className="leaders__note">
          {window === 'today' ? '一天看不出复购，按净销售排' : '按复购率排'}
        </Text>
      </View>
      {leaders.length === 0 ? <View className="leaders__none">还没有导购</View> : null}
      {leaders.slice(0, most).map((leader, index) => (
        <LeaderRow
          // By rank and not by guide: another order then changes words and moves nothing.
          key={index}
          rank={index + 1}
          leader={leader}
          window={window}
        />
      ))}
      {most < leaders.length ? (
        <Tap className="leaders__more" onTap={() => setMost(most + guidesAtOnce)}>
          还有 {leaders.length - most} 位导购
        </Tap>
      ) : null}
    </View>
  );
}

interface LeaderRowProps {
  rank: number;
  leader: Leader;
  window: Window;
}

function LeaderRow({ rank, leader, window }: LeaderRowProps) {
  const { name, avatarUrl, storeName, netFen, orders, visitors, repurchaseBp } = leader;
  return (
    <Tap className="leaders__row" onTap={() => openGuideRows(leader, window)}>
      <View className="leaders__who">
        <Text className={rank <= 3 ? 'leaders__rank leaders__rank--top' : 'leaders__rank'}>
          {rank}
        </Text>
        <Avatar name={name} src={avatarUrl === '' ? null : avatarUrl} size="small" />
        <Text className="leaders__name">{name}</Text>
        <Text className="leaders__store">{storeName}</Text>
        {window === 'today' ? null : (
          <Text className="leaders__again">复购率 {shareText(repurchaseBp)}</Text>
        )}
        <Icon name="forward" size="small" />
      </View>
      <View className="leaders__facts">
        <Text className="leaders__net">净销售 {groupedText(netFen)}</Text>
        <Text className="leaders__count">订单 {countText(orders)}</Text>
        <Text className="leaders__count">来访 {countText(visitors)}</Text>
      </View>
    </Tap>
  );
}

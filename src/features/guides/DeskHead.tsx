import { Text, View } from '@tarojs/components';
import { moneyText } from '../../../cloudfunctions/kit/money';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { openOrders, openVisits } from './routes';
import { dayText } from '../../kit/dayText';
import type { Desk } from './useDesk';
import { visitsText } from './words';
import './DeskHead.scss';

/** Who I am, and today: what was sold, how often, what it earns, who came. */
export function DeskHead({ desk }: { desk: Desk }) {
  const { numbers } = desk;
  return (
    <View className="desk-head">
      <View className="desk-head__who">
        <Avatar name={desk.name} src={desk.avatarUrl === '' ? null : desk.avatarUrl} />
        <View className="desk-head__words">
          <View className="desk-head__name">{desk.name}</View>
          <View className="desk-head__store">{desk.storeName || '导购'}</View>
        </View>
        <Text className="desk-head__day">{dayText(numbers.day)}</Text>
      </View>
      <Tap className="desk-head__sold" label={soldLabel(desk)} onTap={() => openOrders('today')}>
        <View className="desk-head__label">今日业绩</View>
        <View className="desk-head__amount">
          {moneyText(numbers.creditedFen)}
          <Icon name="forward" size="small" />
        </View>
      </Tap>
      <View className="desk-head__numbers">
        <Figure label="今日订单" value={`${numbers.creditedOrders} 笔`} tab="today" />
        <Figure label="今日佣金" value={moneyText(numbers.commissionTodayFen)} tab="today" />
        <Figure label="待结算佣金" value={moneyText(numbers.pendingFen)} tab="all" />
      </View>
      <Tap className="desk-head__visits" onTap={openVisits}>
        <Icon name="eye" />
        <View className="desk-head__words">{visitsText(numbers)}</View>
        <Icon name="forward" size="small" />
      </Tap>
    </View>
  );
}

function soldLabel({ numbers }: Desk): string {
  return `今日业绩 ${moneyText(numbers.creditedFen)}，看今天的订单`;
}

function Figure({ label, value, tab }: { label: string; value: string; tab: 'today' | 'all' }) {
  return (
    <Tap className="desk-head__number" onTap={() => openOrders(tab)}>
      <View className="desk-head__label">{label}</View>
      <View className="desk-head__value">{value}</View>
    </Tap>
  );
}

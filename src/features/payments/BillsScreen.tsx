import { View } from '@tarojs/components';
import { useState } from 'react';
import { Page } from '../../ui/Page';
import { Tabs } from '../../ui/Tabs';
import { BillList } from './BillList';
import { StuckList } from './StuckList';
import './BillsScreen.scss';

const tabs = [
  { key: 'bills', label: '每日对账' },
  { key: 'stuck', label: '没到账的退款' },
];

/** Money as WeChat Pay's bills tell it beside the shop's books, and refunds that are not back. */
export function BillsScreen({ first }: { first: string }) {
  const [tab, setTab] = useState(first === 'stuck' ? 'stuck' : 'bills');
  return (
    <Page title="对账与退款">
      <View className={`bills-head bills-head--${process.env.TARO_ENV}`}>
        <Tabs tabs={tabs} current={tab} onChoose={setTab} />
      </View>
      {tab === 'stuck' ? <StuckList /> : <BillList />}
    </Page>
  );
}

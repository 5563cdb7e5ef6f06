import { View } from '@tarojs/components';
import { usePullDownRefresh } from '@tarojs/taro';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import type { Pages } from '../../kit/usePages';
import { Ask } from '../../ui/Ask';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import type { IconName } from '../../ui/Icon';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { Tabs } from '../../ui/Tabs';
import { OffersSkeleton } from './OffersSkeleton';

export type Which = 'now' | 'over';

interface OffersPageProps<T> {
  title: string;
  icon: IconName;
  /** What one of them is called, such as 活动. */
  noun: string;
  tabs: readonly { key: Which; label: string }[];
  which: Which;
  onWhich: (which: Which) => void;
  pages: Pages<T>;
  onMake: () => void;
  card: (offer: T) => ReactNode;
}

/** Offers by whether they are over, page by page, and a way to make another. */
export function OffersPage<T>(props: OffersPageProps<T>) {
  const { title, icon, noun, tabs, which, onWhich, pages, onMake, card } = props;
  usePullDownRefresh(() => {
    void pages.state.reload().finally(() => Taro.stopPullDownRefresh());
  });
  const bar = (
    <BottomBar>
      <Button onTap={onMake}>{`新建${noun}`}</Button>
    </BottomBar>
  );
  return (
    <Page title={title} bar={bar}>
      <View className={`offers-head offers-head--${process.env.TARO_ENV}`}>
        <Tabs
          tabs={tabs}
          current={which}
          onChoose={(key) => onWhich(key === 'over' ? 'over' : 'now')}
        />
      </View>
      <Ask state={pages.state} skeleton={<OffersSkeleton />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon={icon}
              say={which === 'now' ? `还没有进行中的${noun}` : `还没有结束的${noun}`}
            />
          ) : (
            <>
              {items.map((offer) => card(offer))}
              <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
            </>
          )
        }
      </Ask>
    </Page>
  );
}

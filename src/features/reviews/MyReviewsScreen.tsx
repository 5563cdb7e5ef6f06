import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '../../cloud';
import { usePages } from '../../kit/usePages';
import { useShownAgain } from '../../kit/useShownAgain';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tabs } from '../../ui/Tabs';
import { About } from './About';
import { ReviewCard } from './ReviewCard';
import { openAddForm, openReviewForm } from './routes';
import type { ToReview } from './words';
import './MyReviewsScreen.scss';

type Mine = Pick<Output<'reviews.mine'>, 'toWrite' | 'points'>;

/** What waits for my review, and what I wrote. */
export function MyReviewsScreen() {
  const [tab, setTab] = useState<'write' | 'written'>('write');
  const [mine, setMine] = useState<Mine>({ toWrite: [], points: 0 });
  const pages = usePages(async (cursor) => {
    const page = await askAsMember('reviews.mine', cursor === null ? {} : { cursor });
    if (cursor === null) setMine({ toWrite: page.toWrite, points: page.points });
    return page;
  });
  useShownAgain(() => void pages.state.reload());
  useReachBottom(() => void pages.more());
  const tabs = [
    { key: 'write', label: '待评价', count: mine.toWrite.length },
    { key: 'written', label: '已评价' },
  ];
  return (
    <Page title="我的评价">
      <View className="my-reviews__tabs">
        <Tabs
          tabs={tabs}
          current={tab}
          onChoose={(key) => setTab(key === 'written' ? 'written' : 'write')}
        />
      </View>
      <Ask state={pages.state} skeleton={<SkeletonRows count={4} />}>
        {({ items }) =>
          tab === 'write' ? (
            <ToWrite mine={mine} />
          ) : items.length === 0 ? (
            <Empty icon="chat" say="您还没有写过评价" />
          ) : (
            <>
              {items.map((review) => (
                <ReviewCard key={review.reviewId} review={review} about={<About of={review} />}>
                  {review.mayAdd ? (
                    <View className="review-card__deeds">
                      <Button kind="plain" compact onTap={() => openAddForm(review)}>
                        追加评价
                      </Button>
                    </View>
                  ) : null}
                </ReviewCard>
              ))}
              <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
            </>
          )
        }
      </Ask>
    </Page>
  );
}

function ToWrite({ mine: { toWrite, points } }: { mine: Mine }) {
  if (toWrite.length === 0) return <Empty icon="chat" say="没有等待评价的商品" />;
  return (
    <>
      {points === 0 ? null : (
        <View className="my-reviews__earn">每条评价通过审核后可得 {points} 积分</View>
      )}
      {toWrite.map((line) => (
        <Waiting key={`${line.orderId} ${line.line}`} line={line} />
      ))}
    </>
  );
}

function Waiting({ line }: { line: ToReview }) {
  return (
    <View className="my-reviews__waiting">
      <About of={line} />
      <Button kind="quiet" compact onTap={() => openReviewForm(line)}>
        去评价
      </Button>
    </View>
  );
}

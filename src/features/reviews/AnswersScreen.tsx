import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { usePages } from '../../kit/usePages';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tabs } from '../../ui/Tabs';
import { toast } from '../../ui/toast';
import { About } from './About';
import { ReplySheet } from './ReplySheet';
import { ReviewCard } from './ReviewCard';
import type { ToAnswer } from './words';

type Only = 'doubtful' | 'unanswered' | 'bad' | 'all';
type Counts = Output<'reviews.toAnswer'>['counts'];

const keys: readonly Only[] = ['unanswered', 'doubtful', 'bad', 'all'];
const labels = { unanswered: '待回复', doubtful: '待审核', bad: '差评', all: '全部' };

/** Reviews as a manager looks after them: to answer, to decide about, or all. */
export function AnswersScreen() {
  const [only, setOnly] = useState<Only>('unanswered');
  const [counts, setCounts] = useState<Counts>({ doubtful: 0, unanswered: 0 });
  const [answering, setAnswering] = useState<ToAnswer | null>(null);
  const pages = usePages(async (cursor) => {
    const asked = { only, ...(cursor === null ? {} : { cursor }) };
    const page = await askAsMember('reviews.toAnswer', asked);
    setCounts(page.counts);
    return page;
  }, only);
  useReachBottom(() => void pages.more());
  const reload = () => void pages.state.reload();
  const numbers: Partial<Record<Only, number>> = counts;
  const tabs = keys.map((key) => ({ key, label: labels[key], count: numbers[key] ?? 0 }));
  return (
    <Page title="商品评价">
      <View className="my-reviews__tabs">
        <Tabs
          tabs={tabs}
          current={only}
          onChoose={(key) => setOnly(keys.find((one) => one === key) ?? 'all')}
        />
      </View>
      <Ask state={pages.state} skeleton={<SkeletonRows count={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="chat" say="这里没有评价" />
          ) : (
            <>
              {items.map((review) => (
                <ReviewCard key={review.reviewId} review={review} about={<About of={review} />}>
                  <Deeds review={review} onReply={setAnswering} onDone={reload} />
                </ReviewCard>
              ))}
              <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
            </>
          )
        }
      </Ask>
      <ReplySheet review={answering} onClose={() => setAnswering(null)} onDone={reload} />
    </Page>
  );
}

interface DeedsProps {
  review: ToAnswer;
  onReply: (review: ToAnswer) => void;
  onDone: () => void;
}

function Deeds({ review, onReply, onDone }: DeedsProps) {
  const { doubtful, first, reply } = review;
  if (doubtful !== null) {
    const decide = (show: boolean) => void decideAbout(review, show).then(onDone);
    return (
      <View className="review-card__deeds">
        <Button kind="plain" compact onTap={() => decide(false)}>
          不展示
        </Button>
        <Button kind="quiet" compact onTap={() => decide(true)}>
          通过
        </Button>
      </View>
    );
  }
  if (first.state !== 'shown' || reply !== null) return null;
  return (
    <View className="review-card__deeds">
      <Button kind="quiet" compact onTap={() => onReply(review)}>
        回复
      </Button>
    </View>
  );
}

async function decideAbout({ reviewId, doubtful }: ToAnswer, show: boolean): Promise<void> {
  if (doubtful === null) return;
  try {
    await askAsMember('reviews.decide', { reviewId, part: doubtful, show });
    toast(show ? '已展示' : '已设为不展示');
  } catch (reason) {
    toast(sayWhy(reason));
  }
}

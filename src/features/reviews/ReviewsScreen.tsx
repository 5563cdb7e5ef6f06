import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { ask } from '../../cloud';
import { usePages } from '../../kit/usePages';
import { Ask } from '../../ui/Ask';
import { Chip, Chips } from '../../ui/Chip';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { Stars } from '../../ui/Stars';
import { ReviewCard } from './ReviewCard';
import { averageText, goodText, type Tally } from './words';
import './ReviewsScreen.scss';

type Only = 'all' | 'pictured' | 'bad';

/** Everything that was said of a product, and what it comes to. */
export function ReviewsScreen({ productId }: { productId: string }) {
  const [only, setOnly] = useState<Only>('all');
  const [tally, setTally] = useState<Tally | null>(null);
  const pages = usePages(async (cursor) => {
    const page = await ask('reviews.ofProduct', {
      ...{ productId, only },
      ...(cursor === null ? {} : { cursor }),
    });
    setTally(page.tally);
    return page;
  }, `${productId} ${only}`);
  useReachBottom(() => void pages.more());
  return (
    <Page title="商品评价">
      {tally === null ? null : <Summary tally={tally} only={only} onOnly={setOnly} />}
      <Ask state={pages.state} skeleton={<SkeletonRows count={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="chat" say="这里还没有评价" />
          ) : (
            <>
              {items.map((review) => (
                <ReviewCard key={review.reviewId} review={review} />
              ))}
              <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
            </>
          )
        }
      </Ask>
    </Page>
  );
}

interface SummaryProps {
  tally: Tally;
  only: Only;
  onOnly: (only: Only) => void;
}

function Summary({ tally, only, onOnly }: SummaryProps) {
  const { reviews, averageTenths, goodBp, pictured, bad } = tally;
  const choices = [
    ['all', `全部 ${reviews}`],
    ['pictured', `有图 ${pictured}`],
    ['bad', `差评 ${bad}`],
  ] as const;
  return (
    <View className="reviews-head">
      {averageTenths === null || goodBp === null ? null : (
        <View className="reviews-head__sum">
          <Text className="reviews-head__average">{averageText(averageTenths)}</Text>
          <View>
            <Stars rating={Math.round(averageTenths / 10)} />
            <View className="reviews-head__good">好评 {goodText(goodBp)}</View>
          </View>
        </View>
      )}
      <Chips>
        {choices.map(([key, label]) => (
          <Chip key={key} chosen={key === only} onTap={() => onOnly(key)}>
            {label}
          </Chip>
        ))}
      </Chips>
    </View>
  );
}

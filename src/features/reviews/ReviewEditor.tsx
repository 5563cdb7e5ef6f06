import { Text, Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { useAsk } from '../../kit/useAsk';
import { sayWhy } from '../../kit/sayWhy';
import { askAsMember } from '../../stores/askAsMember';
import { freshId } from '../../stores/chance';
import { useUploads, type Uploads } from '../../stores/useUploads';
import { Ask } from '../../ui/Ask';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { CellGroup } from '../../ui/Cell';
import { Empty } from '../../ui/Empty';
import { Page } from '../../ui/Page';
import { PicturePicker } from '../../ui/PicturePicker';
import { SkeletonRows } from '../../ui/Skeleton';
import { Stars } from '../../ui/Stars';
import { SwitchCell } from '../../ui/SwitchCell';
import { toast } from '../../ui/toast';
import { About } from './About';
import { leaveForm } from './routes';
import { ratingSay } from './words';
import './ReviewEditor.scss';

interface ReviewEditorProps {
  orderId: string;
  line: number;
  /** The review that something is added to; undefined for a first one. */
  reviewId: string | undefined;
}

const mostWords = 500;

/** The form of a review, or of what is added to one. */
export function ReviewEditor({ orderId, line, reviewId }: ReviewEditorProps) {
  const goods = useAsk(() => askAsMember('orders.show', { orderId }), orderId);
  const form = useReviewForm({ orderId, line, reviewId });
  const isFirst = reviewId === undefined;
  const bar = (
    <BottomBar>
      <Button
        id="send-review"
        loading={form.busy}
        disabled={!form.uploads.isSettled}
        onTap={() => void form.send()}
      >
        {isFirst ? '发布评价' : '发布追评'}
      </Button>
    </BottomBar>
  );
  return (
    <Page title={isFirst ? '写评价' : '追加评价'} bar={bar}>
      <Ask state={goods} skeleton={<SkeletonRows count={1} />}>
        {({ lines }) => {
          const bought = lines.find((one) => one.line === line);
          if (bought === undefined) return <Empty say="没有找到这件商品" />;
          return (
            <View className="review-editor">
              <About of={bought} />
              {isFirst ? <Rating rating={form.rating} onChoose={form.setRating} /> : null}
              <Words words={form.words} onWords={form.setWords} isFirst={isFirst} />
              <Pictures uploads={form.uploads} />
            </View>
          );
        }}
      </Ask>
      {isFirst ? (
        <CellGroup>
          <SwitchCell
            title="匿名评价"
            note="昵称只显示首尾，头像不展示"
            on={form.anonymous}
            onChange={form.setAnonymous}
          />
        </CellGroup>
      ) : null}
    </Page>
  );
}

function Rating({ rating, onChoose }: { rating: number; onChoose: (rating: number) => void }) {
  return (
    <View className="review-editor__rating">
      <Stars rating={rating} onChoose={onChoose} />
      <Text className="review-editor__say">{ratingSay(rating)}</Text>
    </View>
  );
}

interface WordsProps {
  words: string;
  onWords: (words: string) => void;
  isFirst: boolean;
}

function Words({ words, onWords, isFirst }: WordsProps) {
  return (
    <View>
      <Textarea
        className="review-editor__words"
        value={words}
        maxlength={mostWords}
        placeholder={isFirst ? '用起来怎么样？写给其他顾客参考' : '用了一段时间，再说说感受'}
        placeholderClass="ui-field-hint"
        aria-label="评价内容"
        onInput={(event) => onWords(event.detail.value)}
      />
      <View className="review-editor__count">
        {words.length}/{mostWords}
      </View>
    </View>
  );
}

function Pictures({ uploads }: { uploads: Uploads }) {
  return (
    <PicturePicker
      pictures={uploads.pictures}
      note="图片通过审核后展示"
      onAdd={() => void uploads.add()}
      onRemove={uploads.remove}
      onAgain={uploads.again}
    />
  );
}

function useReviewForm({ orderId, line, reviewId }: ReviewEditorProps) {
  const [key] = useState(freshId);
  const [rating, setRating] = useState(5);
  const [words, setWords] = useState('');
  const [anonymous, setAnonymous] = useState(false);
  const [busy, setBusy] = useState(false);
  const uploads = useUploads('review');

  async function send(): Promise<void> {
    setBusy(true);
    try {
      const said = { words: words.trim(), pictureIds: [...uploads.pictureIds] };
      if (reviewId === undefined)
        await askAsMember('reviews.write', { key, orderId, line, rating, anonymous, ...said });
      else await askAsMember('reviews.add', { reviewId, ...said });
      toast('已提交，审核通过后展示');
      leaveForm();
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }
  return {
    ...{ rating, setRating, words, setWords, anonymous, setAnonymous },
    ...{ busy, uploads, send },
  };
}

import { Textarea, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { sayWhy } from '../../kit/sayWhy';
import { askAsMember } from '../../stores/askAsMember';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/toast';
import type { ToAnswer } from './words';
import './ReviewEditor.scss';

interface ReplySheetProps {
  /** The review that is answered; null while none is. */
  review: ToAnswer | null;
  onClose: () => void;
  onDone: () => void;
}

const mostWords = 300;

/** Writes the shop's answer, which everybody reads and which is given once. */
export function ReplySheet({ review, onClose, onDone }: ReplySheetProps) {
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const reviewId = review?.reviewId ?? '';
  useEffect(() => setWords(''), [reviewId]);

  async function send(): Promise<void> {
    setBusy(true);
    try {
      await askAsMember('reviews.reply', { reviewId, words: words.trim() });
      toast('已回复');
      onClose();
      onDone();
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Sheet
      open={review !== null}
      title="回复评价"
      onClose={onClose}
      foot={
        <Button
          id="send-reply"
          loading={busy}
          disabled={words.trim() === ''}
          onTap={() => void send()}
        >
          发布回复
        </Button>
      }
    >
      <View>{review?.first.words}</View>
      <Textarea
        className="review-editor__words"
        value={words}
        maxlength={mostWords}
        placeholder="回复会公开展示，发布后不能修改"
        placeholderClass="ui-field-hint"
        aria-label="回复内容"
        onInput={(event) => setWords(event.detail.value)}
      />
    </Sheet>
  );
}

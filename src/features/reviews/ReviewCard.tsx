import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Avatar } from '../../ui/Avatar';
import { PictureRow } from '../../ui/PictureRow';
import { Stars } from '../../ui/Stars';
import { addedSay, dateText, stateSay, type Review } from './words';
import './ReviewCard.scss';

interface ReviewCardProps {
  review: Review;
  /** Above it: which goods it is about. */
  about?: ReactNode;
  /** Below it: what can be done. */
  children?: ReactNode;
  /** Cuts long words: the whole stands on the page of all reviews. */
  short?: boolean;
}

/** One review: who, how many stars, what she says and shows, and what the shop answered. */
export function ReviewCard({ review, about, children, short = false }: ReviewCardProps) {
  const { author, avatarUrl, rating, specText, first, more, reply, writtenAt } = review;
  return (
    <View className="review-card">
      {about}
      <View className="review-card__head">
        <Avatar name={author} src={avatarUrl === '' ? null : avatarUrl} size="small" />
        <View className="review-card__who">
          <View className="review-card__author">{author}</View>
          <Stars rating={rating} />
        </View>
        <Text className="review-card__date">{dateText(writtenAt)}</Text>
      </View>
      <Said part={first} short={short} />
      {specText === '' || about !== undefined ? null : (
        <View className="review-card__spec">{specText}</View>
      )}
      {more === null ? null : (
        <View className="review-card__more">
          <View className="review-card__label">{addedSay(writtenAt, more.writtenAt)}</View>
          <Said part={more} short={short} />
        </View>
      )}
      {reply === null ? null : (
        <View className="review-card__reply">
          <Text className="review-card__label">商家回复：</Text>
          {reply.words}
        </View>
      )}
      {children}
    </View>
  );
}

function Said({ part, short }: { part: Review['first']; short: boolean }) {
  const state = stateSay(part.state);
  const className = short ? 'review-card__words review-card__words--short' : 'review-card__words';
  return (
    <View>
      {part.words === '' ? null : <View className={className}>{part.words}</View>}
      <PictureRow urls={part.pictureUrls} />
      {state === '' ? null : <View className="review-card__state">{state}</View>}
    </View>
  );
}

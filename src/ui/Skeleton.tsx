import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '../kit/classes';
import './Skeleton.scss';

/** Holds bones in the shape of what comes, and says so to screen readers. */
export function Skeleton({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <View className={classes('ui-skeleton', className)} aria-label="正在加载">
      {children}
    </View>
  );
}

interface BoneProps {
  shape: 'line' | 'title' | 'square' | 'banner' | 'face' | 'thumb';
  /** A third, half or most of the row, instead of all of it. */
  width?: 'third' | 'half' | 'most';
}

/** One quiet block. */
export function Bone({ shape, width }: BoneProps) {
  return <View className={classes('ui-bone', `ui-bone--${shape}`, width && `ui-bone--${width}`)} />;
}

/** Rows with a picture at the left: orders, cart, search results. */
export function SkeletonRows({ count = 4 }: { count?: number }) {
  return (
    <Skeleton className="ui-skeleton-rows">
      {numbered(count).map((row) => (
        <View key={row} className="ui-skeleton-rows__row">
          <Bone shape="thumb" />
          <View className="ui-skeleton-rows__words">
            <Bone shape="line" />
            <Bone shape="line" width="half" />
            <Bone shape="title" width="third" />
          </View>
        </View>
      ))}
    </Skeleton>
  );
}

/** Two columns of product cards. */
export function SkeletonCards({ count = 4 }: { count?: number }) {
  return (
    <Skeleton className="ui-skeleton-cards">
      {numbered(count).map((card) => (
        <View key={card} className="ui-skeleton-cards__card">
          <Bone shape="square" />
          <View className="ui-skeleton-cards__words">
            <Bone shape="line" />
            <Bone shape="title" width="half" />
          </View>
        </View>
      ))}
    </Skeleton>
  );
}

function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '../../kit/classes';
import './Block.scss';

interface BlockProps {
  title?: string;
  children: ReactNode;
  className?: string;
}

/** A white card on the page that holds one matter of an order. */
export function Block({ title, children, className }: BlockProps) {
  return (
    <View className={classes('order-block', className)}>
      {title === undefined ? null : <View className="order-block__title">{title}</View>}
      {children}
    </View>
  );
}

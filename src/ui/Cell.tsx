import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { Tap } from './Tap';
import './Cell.scss';

interface CellProps {
  title: ReactNode;
  /** A second, quiet line. */
  note?: ReactNode;
  /** At the right. */
  value?: ReactNode;
  icon?: IconName;
  /** Makes the whole row a target, with an arrow. */
  onTap?: () => void;
}

/** A row: what it is at the left, how it stands at the right. */
export function Cell({ title, note, value, icon, onTap }: CellProps) {
  const content = (
    <>
      {icon === undefined ? null : <Icon className="ui-cell__icon" name={icon} />}
      <View className="ui-cell__words">
        {title}
        {note === undefined ? null : <View className="ui-cell__note">{note}</View>}
      </View>
      {value === undefined ? null : <View className="ui-cell__value">{value}</View>}
      {onTap === undefined ? null : <Icon className="ui-cell__arrow" name="forward" size="small" />}
    </>
  );
  if (onTap === undefined) return <View className="ui-cell">{content}</View>;
  return (
    <Tap className="ui-cell" onTap={onTap}>
      {content}
    </Tap>
  );
}

/** Rows that belong together, on one card. */
export function CellGroup({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <View className="ui-cell-group">
      {title === undefined ? null : <View className="ui-cell-group__title">{title}</View>}
      <View className="ui-cell-group__card">{children}</View>
    </View>
  );
}

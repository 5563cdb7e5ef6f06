import { View } from '@tarojs/components';
import { classes } from '../kit/classes';
import './Progress.scss';

interface ProgressProps {
  /** 0 to 100; anything beyond is cut. The words beside it say the same. */
  percent: number;
  tone?: 'quiet' | undefined;
}

/** How far something has come, as a bar. */
export function Progress({ percent, tone }: ProgressProps) {
  const width = Math.max(0, Math.min(100, percent));
  return (
    <View className={classes('ui-progress', tone && `ui-progress--${tone}`)}>
      <View className="ui-progress__done" style={{ width: `${width}%` }} />
    </View>
  );
}

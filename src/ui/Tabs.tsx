import { View } from '@tarojs/components';
import { classes } from '../kit/classes';
import { Badge } from './Badge';
import { Tap } from './Tap';
import './Tabs.scss';

interface TabsProps {
  tabs: readonly { key: string; label: string; count?: number }[];
  current: string;
  onChoose: (key: string) => void;
}

/** Views of one page side by side; the row scrolls when there are many. */
export function Tabs({ tabs, current, onChoose }: TabsProps) {
  return (
    <View className="ui-tabs">
      {tabs.map(({ key, label, count }) => (
        <Tap
          key={key}
          className={classes('ui-tabs__tab', key === current && 'ui-tabs__tab--current')}
          chosen={key === current}
          onTap={() => onChoose(key)}
        >
          {label}
          {count ? <Badge count={count} /> : null}
        </Tap>
      ))}
    </View>
  );
}

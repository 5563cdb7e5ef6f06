import { View } from '@tarojs/components';
import { classes } from '../kit/classes';
import { Badge } from './Badge';
import { Icon, type IconName } from './Icon';
import { Tap } from './Tap';
import './TabBar.scss';

export interface TabItem {
  key: string;
  label: string;
  icon: IconName;
  /** How many things wait there; none is shown for 0. */
  count?: number;
}

interface TabBarProps {
  items: readonly TabItem[];
  /** The key of the tab that is open. */
  current: string;
  onChoose: (key: string) => void;
}

/**
 * The bar of tabs, drawn by each tab page on both platforms, since its items depend on who looks.
 * Choosing the open tab again does nothing.
 */
export function TabBar({ items, current, onChoose }: TabBarProps) {
  return (
    <View className="ui-tab-bar">
      <View className="ui-tab-bar__row">
        {items.map((item) => (
          <Tap
            key={item.key}
            className={classes(
              'ui-tab-bar__item',
              item.key === current && 'ui-tab-bar__item--current',
            )}
            chosen={item.key === current}
            onTap={() => {
              if (item.key !== current) onChoose(item.key);
            }}
          >
            <Icon name={item.icon} size="large" />
            {item.label}
            {item.count ? <Badge className="ui-tab-bar__badge" count={item.count} /> : null}
          </Tap>
        ))}
      </View>
    </View>
  );
}

import { View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import type { Sort } from './goods';
import './SortTabs.scss';

interface SortTabsProps {
  current: Sort;
  onChoose: (sort: Sort) => void;
}

/** In which order goods stand; the price goes up first, and down when it is chosen again. */
export function SortTabs({ current, onChoose }: SortTabsProps) {
  const byPrice = current === 'priceUp' || current === 'priceDown';
  return (
    <View className="sort-tabs">
      <SortTab label="综合" chosen={current === 'hot'} onTap={() => onChoose('hot')} />
      <SortTab label="新品" chosen={current === 'new'} onTap={() => onChoose('new')} />
      <Tap
        className={classes('sort-tabs__tab', byPrice && 'sort-tabs__tab--chosen')}
        chosen={byPrice}
        label={priceLabel(current)}
        onTap={() => onChoose(current === 'priceUp' ? 'priceDown' : 'priceUp')}
      >
        价格
        <View className="sort-tabs__arrows">
          <Icon className={arrow(current === 'priceUp')} name="up" size="small" />
          <Icon className={arrow(current === 'priceDown')} name="down" size="small" />
        </View>
      </Tap>
    </View>
  );
}

function SortTab({ label, chosen, onTap }: { label: string; chosen: boolean; onTap: () => void }) {
  return (
    <Tap
      className={classes('sort-tabs__tab', chosen && 'sort-tabs__tab--chosen')}
      chosen={chosen}
      onTap={onTap}
    >
      {label}
    </Tap>
  );
}

function arrow(chosen: boolean): string {
  return classes('sort-tabs__arrow', chosen && 'sort-tabs__arrow--chosen');
}

function priceLabel(current: Sort): string {
  if (current === 'priceUp') return '价格，从低到高';
  return current === 'priceDown' ? '价格，从高到低' : '价格';
}

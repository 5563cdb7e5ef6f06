import { View } from '@tarojs/components';
import { Chip, Chips } from '../../../ui/Chip';
import { levelName, type LevelName } from '../form/levels';
import type { LevelForm } from './promotionForm';

interface LevelTriedProps {
  rates: readonly LevelForm[];
  levels: readonly LevelName[];
  level: number | null;
  onChoose: (level: number) => void;
}

/** As whom 会员价 is tried: one of the levels that pay less. */
export function LevelTried({ rates, levels, level, onChoose }: LevelTriedProps) {
  const given = rates.filter(({ pays }) => pays.trim() !== '');
  if (given.length < 2) return null;
  return (
    <View className="preview__as">
      <Chips>
        {given.map((rate) => (
          <Chip
            key={rate.level}
            chosen={rate.level === (level ?? given[0]?.level)}
            onTap={() => onChoose(rate.level)}
          >
            {levelName(levels, rate.level)}
          </Chip>
        ))}
      </Chips>
    </View>
  );
}

import { View } from '@tarojs/components';
import { Chip, Chips } from '../../../ui/Chip';
import './form.scss';

interface ByChipsProps<Key extends string> {
  label?: string;
  options: readonly (readonly [key: Key, name: string])[];
  current: Key;
  onChoose: (key: Key) => void;
}

/** One of a few ways, side by side. */
export function ByChips<Key extends string>(props: ByChipsProps<Key>) {
  const { label, options, current, onChoose } = props;
  return (
    <View className="form-chips">
      {label === undefined ? null : <View className="form-chips__label">{label}</View>}
      <Chips>
        {options.map(([key, name]) => (
          <Chip key={key} chosen={key === current} onTap={() => onChoose(key)}>
            {name}
          </Chip>
        ))}
      </Chips>
    </View>
  );
}

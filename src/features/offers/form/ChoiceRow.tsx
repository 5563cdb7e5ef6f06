import { Text, View } from '@tarojs/components';
import { classes } from '../../../kit/classes';
import { Icon } from '../../../ui/Icon';
import { Tap } from '../../../ui/Tap';
import './ChoiceRow.scss';

interface ChoiceRowProps {
  label: string;
  value: string;
  /** Nothing was chosen yet: the value only says what to do. */
  quiet?: boolean;
  onTap: () => void;
}

/** A row of a form that opens something to choose from. */
export function ChoiceRow({ label, value, quiet = false, onTap }: ChoiceRowProps) {
  return (
    <Tap className="choice-row" label={`${label}，${value}`} onTap={onTap}>
      <ChoiceWords label={label} value={value} quiet={quiet} />
    </Tap>
  );
}

/** The row itself, for what opens it otherwise. */
export function ChoiceWords({ label, value, quiet }: Omit<ChoiceRowProps, 'onTap'>) {
  return (
    <View className="ui-field">
      <Text className="ui-field__label">{label}</Text>
      <View className={classes('choice-row__value', quiet && 'choice-row__value--quiet')}>
        {value}
      </View>
      <Icon className="choice-row__arrow" name="forward" size="small" />
    </View>
  );
}

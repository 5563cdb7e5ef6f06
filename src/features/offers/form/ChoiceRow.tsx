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
  /** Left out where there is nothing to choose. */
  onTap?: (() => void) | undefined;
}

/** A row of a form that opens something to choose from. */
export function ChoiceRow({ label, value, quiet = false, onTap }: ChoiceRowProps) {
  if (onTap === undefined) {
    return (
      <View className="choice-row">
        <ChoiceWords label={label} value={value} fixed />
      </View>
    );
  }
  return (
    <Tap className="choice-row" label={`${label}，${value}`} onTap={onTap}>
      <ChoiceWords label={label} value={value} quiet={quiet} />
    </Tap>
  );
}

/** The row itself, for what opens it otherwise. */
export function ChoiceWords(props: Omit<ChoiceRowProps, 'onTap'> & { fixed?: boolean }) {
  const { label, value, quiet, fixed = false } = props;
  return (
    <View className="ui-field">
      <Text className="ui-field__label">{label}</Text>
      <View className={classes('choice-row__value', quiet && 'choice-row__value--quiet')}>
        {value}
      </View>
      {fixed ? null : <Icon className="choice-row__arrow" name="forward" size="small" />}
    </View>
  );
}

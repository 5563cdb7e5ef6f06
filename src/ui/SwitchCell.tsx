import { View } from '@tarojs/components';
import { classes } from '../kit/classes';
import { Tap } from './Tap';
import './SwitchCell.scss';

interface SwitchCellProps {
  title: string;
  note?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** Something that is on or off; the whole row is the target. */
export function SwitchCell({ title, note, on, onChange }: SwitchCellProps) {
  return (
    <Tap className="ui-switch-cell" chosen={on} onTap={() => onChange(!on)}>
      <View className="ui-switch-cell__words">
        {title}
        {note === undefined ? null : <View className="ui-switch-cell__note">{note}</View>}
      </View>
      <View className={classes('ui-switch-cell__track', on && 'ui-switch-cell__track--on')}>
        <View className="ui-switch-cell__knob" />
      </View>
    </Tap>
  );
}

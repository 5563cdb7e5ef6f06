import { PickerView, PickerViewColumn, View } from '@tarojs/components';
import { BrowserWheels, type WheelsProps } from './BrowserWheels';
import './Wheels.scss';

/** Wheels side by side, for areas and times; stands in a `Sheet`. */
export function Wheels(props: WheelsProps) {
  if (process.env.TARO_ENV === 'h5') return <BrowserWheels {...props} />;
  const { columns, chosen, onChange } = props;
  return (
    <PickerView
      className="ui-wheels"
      indicatorClass="ui-wheels__mark"
      value={[...chosen]}
      onChange={(event) => onChange([...event.detail.value])}
    >
      {columns.map((entries, column) => (
        <PickerViewColumn key={column}>
          {entries.map((entry) => (
            <View key={entry} className="ui-wheels__entry">
              {entry}
            </View>
          ))}
        </PickerViewColumn>
      ))}
    </PickerView>
  );
}

import { View } from '@tarojs/components';
import { Icon, type IconName } from '../../../ui/Icon';
import { Tap } from '../../../ui/Tap';
import './KindList.scss';

interface KindListProps<Kind extends string> {
  kinds: readonly { kind: Kind; name: string; line: string; icon: IconName }[];
  onChoose: (kind: Kind) => void;
}

/** What there is to make, a line each. */
export function KindList<Kind extends string>({ kinds, onChoose }: KindListProps<Kind>) {
  return (
    <View className="kind-list">
      {kinds.map(({ kind, name, line, icon }) => (
        <Tap key={kind} className="kind-list__kind" onTap={() => onChoose(kind)}>
          <View className="kind-list__sign">
            <Icon name={icon} />
          </View>
          <View className="kind-list__words">
            <View className="kind-list__name">{name}</View>
            <View className="kind-list__line">{line}</View>
          </View>
          <Icon className="kind-list__arrow" name="forward" size="small" />
        </Tap>
      ))}
    </View>
  );
}

interface UnfinishedProps {
  /** What was being written. */
  name: string;
  onGoOn: () => void;
}

/** The form that was left before it was done. */
export function Unfinished({ name, onGoOn }: UnfinishedProps) {
  return (
    <View className="unfinished">
      <View className="unfinished__words">
        <View className="unfinished__title">上次没填完</View>
        <View className="unfinished__name">{name}</View>
      </View>
      <Tap className="unfinished__go-on" onTap={onGoOn}>
        继续填
      </Tap>
    </View>
  );
}

import { View } from '@tarojs/components';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import './Empty.scss';

interface EmptyProps {
  /** One line. */
  say: string;
  icon?: IconName;
  /** What to do instead. */
  action?: string;
  onAction?: () => void;
}

/** Nothing here, and what to do about it. */
export function Empty({ say, icon = 'parcel', action, onAction }: EmptyProps) {
  return (
    <View className="ui-empty">
      <View className="ui-empty__sign">
        <Icon name={icon} size="huge" />
      </View>
      <View>{say}</View>
      {action === undefined || onAction === undefined ? null : (
        <Button kind="quiet" compact onTap={onAction}>
          {action}
        </Button>
      )}
    </View>
  );
}

import { View } from '@tarojs/components';
import { Button } from './Button';
import { Icon } from './Icon';
import './Empty.scss';

interface FailureProps {
  /** What went wrong and what to do, in one sentence. */
  say: string;
  onRetry?: () => void;
}

/** It did not come: why, and the way back. */
export function Failure({ say, onRetry }: FailureProps) {
  return (
    <View className="ui-empty ui-empty--failure">
      <View className="ui-empty__sign">
        <Icon name="warning" size="huge" />
      </View>
      <View>{say}</View>
      {onRetry === undefined ? null : (
        <Button kind="plain" compact onTap={onRetry}>
          再试一次
        </Button>
      )}
    </View>
  );
}

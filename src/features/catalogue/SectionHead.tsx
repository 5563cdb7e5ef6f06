import { Text, View } from '@tarojs/components';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import './SectionHead.scss';

interface SectionHeadProps {
  title: string;
  /** A few quiet words beside it. */
  note?: string;
  onMore?: () => void;
}

/** What follows, and where there is more of it. */
export function SectionHead({ title, note, onMore }: SectionHeadProps) {
  return (
    <View className="section-head">
      <Text className="section-head__title">{title}</Text>
      {note === undefined ? null : <Text className="section-head__note">{note}</Text>}
      {onMore === undefined ? null : (
        <Tap className="section-head__more" label={`更多${title}`} onTap={onMore}>
          更多
          <Icon name="forward" size="small" />
        </Tap>
      )}
    </View>
  );
}

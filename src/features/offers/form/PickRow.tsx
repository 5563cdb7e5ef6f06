import { View } from '@tarojs/components';
import { classes } from '../../../kit/classes';
import { Icon } from '../../../ui/Icon';
import { Picture } from '../../../ui/Picture';
import { Tap } from '../../../ui/Tap';

interface PickRowProps {
  title: string;
  note: string;
  /** Left out where there is none to show. */
  pictureUrl?: string;
  chosen: boolean;
  onTap: () => void;
}

/** One thing to pick, with a disc that is ticked when it is. */
export function PickRow({ title, note, pictureUrl, chosen, onTap }: PickRowProps) {
  return (
    <Tap className="good-pick" chosen={chosen} onTap={onTap}>
      {pictureUrl === undefined ? null : (
        <View className="good-pick__picture">
          <Picture src={pictureUrl === '' ? null : pictureUrl} rounded />
        </View>
      )}
      <View className="good-pick__words">
        <View className="good-pick__title">{title}</View>
        {note === '' ? null : <View className="good-pick__note">{note}</View>}
      </View>
      <Disc chosen={chosen} />
    </Tap>
  );
}

/** Ticked or not. */
export function Disc({ chosen }: { chosen: boolean }) {
  return (
    <View className={classes('good-pick__mark', chosen && 'good-pick__mark--chosen')}>
      {chosen ? <Icon name="check" size="small" /> : null}
    </View>
  );
}

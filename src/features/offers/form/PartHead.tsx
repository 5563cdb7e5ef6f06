import { View } from '@tarojs/components';
import { Picture } from '../../../ui/Picture';
import { Tap } from '../../../ui/Tap';

interface PartHeadProps {
  title: string;
  note: string;
  pictureUrl: string;
  onRemove: () => void;
}

/** Which good the fields below are of, and a way to take it out. */
export function PartHead({ title, note, pictureUrl, onRemove }: PartHeadProps) {
  return (
    <View className="form-part__good">
      <View className="form-part__picture">
        <Picture src={pictureUrl === '' ? null : pictureUrl} rounded />
      </View>
      <View className="form-part__words">
        <View className="form-part__title">{title}</View>
        <View className="form-part__note">{note}</View>
      </View>
      <Tap className="form-part__remove" label={`去掉${title}`} onTap={onRemove}>
        去掉
      </Tap>
    </View>
  );
}

import { Text, View } from '@tarojs/components';
import { classes } from '../kit/classes';
import { Icon } from './Icon';
import { Picture } from './Picture';
import { Tap } from './Tap';
import './PicturePicker.scss';

interface PickedPicture {
  key: string;
  url: string;
  state: 'sending' | 'there' | 'failed';
  /** Why it failed. */
  say: string;
}

interface PicturePickerProps {
  pictures: readonly PickedPicture[];
  most?: number;
  /** What the pictures are for, below the grid. */
  note?: string;
  onAdd: () => void;
  onRemove: (key: string) => void;
  onAgain: (key: string) => void;
}

/** A grid of up to nine pictures: add, remove, and send again what did not arrive. */
export function PicturePicker(props: PicturePickerProps) {
  const { pictures, most = 9, note, onAdd } = props;
  const failed = pictures.find(({ state }) => state === 'failed');
  return (
    <View className="picture-picker">
      <View className="picture-picker__grid">
        {pictures.map((picture, at) => (
          <Picked key={picture.key} {...props} picture={picture} place={at + 1} />
        ))}
        {pictures.length < most ? (
          <Tap className="picture-picker__add" label="添加图片" onTap={onAdd}>
            <Icon name="plus" size="large" />
            <Text className="picture-picker__count">
              {pictures.length === 0 ? '添加图片' : `${pictures.length}/${most}`}
            </Text>
          </Tap>
        ) : null}
      </View>
      {failed === undefined ? null : <View className="picture-picker__why">{failed.say}</View>}
      {note === undefined ? null : <View className="picture-picker__note">{note}</View>}
    </View>
  );
}

interface PickedProps extends PicturePickerProps {
  picture: PickedPicture;
  place: number;
}

function Picked({ picture, place, onRemove, onAgain }: PickedProps) {
  const { key, url, state } = picture;
  return (
    <View className="picture-picker__cell">
      <View className={classes('picture-picker__frame', `picture-picker__frame--${state}`)}>
        <Picture src={url} rounded eager label={`第 ${place} 张图片`} />
      </View>
      {state === 'sending' ? <View className="picture-picker__veil">上传中</View> : null}
      {state === 'failed' ? (
        <Tap
          className="picture-picker__veil"
          label={`重新上传第 ${place} 张图片`}
          onTap={() => onAgain(key)}
        >
          <Icon name="again" />
          <Text>重试</Text>
        </Tap>
      ) : null}
      <Tap
        className="picture-picker__remove"
        label={`移除第 ${place} 张图片`}
        onTap={() => onRemove(key)}
      >
        <View className="picture-picker__cross">
          <Icon name="close" size="small" />
        </View>
      </Tap>
    </View>
  );
}

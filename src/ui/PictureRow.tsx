import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Picture, pictureUrl } from './Picture';
import { Tap } from './Tap';
import './PictureRow.scss';

/** Small pictures side by side; a tap shows one large, and the others beside it. */
export function PictureRow({ urls }: { urls: readonly string[] }) {
  const full = urls.map(pictureUrl);
  return (
    <View className="ui-picture-row">
      {urls.map((url, at) => (
        <Tap
          key={url}
          className="ui-picture-row__one"
          label={`查看第 ${at + 1} 张图片`}
          onTap={() => void Taro.previewImage({ urls: full, current: full[at] ?? '' })}
        >
          <Picture src={url} rounded />
        </Tap>
      ))}
    </View>
  );
}

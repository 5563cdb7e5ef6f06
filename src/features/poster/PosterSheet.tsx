import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { toast } from '../../ui/toast';
import { Canvas2d } from './Canvas2d';
import { posterSize } from './posterLayout';
import { savePicture } from './savePicture';
import { usePoster } from './usePoster';
import './PosterSheet.scss';

const onBrowser = process.env.TARO_ENV === 'h5';

interface PosterSheetProps {
  open: boolean;
  onClose: () => void;
  productId: string;
}

/** A poster to keep or to send: shown as a picture, so that a long press works on it too. */
export function PosterSheet({ open, onClose, productId }: PosterSheetProps) {
  const { draw, retry, poster } = usePoster(open ? productId : null);
  const foot =
    poster.phase === 'ready' ? (
      <SaveButton picture={poster.picture} onSaved={onClose} />
    ) : undefined;
  return (
    <Sheet open={open} onClose={onClose} title="商品海报" foot={foot}>
      <View className="poster-sheet">
        {poster.phase === 'waiting' ? <PosterBones /> : null}
        {poster.phase === 'failed' ? <Failure say={poster.say} onRetry={retry} /> : null}
        {poster.phase === 'ready' ? <Shown picture={poster.picture} /> : null}
      </View>
      <Canvas2d id="poster" className="poster-canvas" label="" draw={draw} size={posterSize} />
    </Sheet>
  );
}

function Shown({ picture }: { picture: string }) {
  return (
    <>
      <Image
        className="poster-sheet__picture"
        src={picture}
        mode="aspectFill"
        showMenuByLongpress
        aria-label="商品海报"
      />
      <View className="poster-sheet__hint">长按图片，可以转发或保存</View>
    </>
  );
}

function SaveButton({ picture, onSaved }: { picture: string; onSaved: () => void }) {
  const [saving, setSaving] = useState(false);
  async function save() {
    setSaving(true);
    const saved = await savePicture(picture, '商品海报.png');
    setSaving(false);
    if (saved === 'failed') toast('没有保存成功，请再试一次');
    if (saved !== 'saved') return;
    toast(onBrowser ? '已开始下载' : '已保存到相册');
    onSaved();
  }
  return (
    <Button loading={saving} onTap={() => void save()}>
      {onBrowser ? '下载图片' : '保存到相册'}
    </Button>
  );
}

function PosterBones() {
  return (
    <Skeleton className="poster-sheet__bones">
      <View className="poster-sheet__bones-head">
        <Bone shape="face" />
        <View className="poster-sheet__bones-words">
          <Bone shape="line" width="half" />
        </View>
      </View>
      <Bone shape="square" />
      <Bone shape="title" width="half" />
      <Bone shape="line" width="most" />
    </Skeleton>
  );
}

import { Canvas } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { pictureUrl } from '../../ui/Picture';
import { loaded, surfaceOn, type Canvas2dProps, type CanvasNode, type FixedSize } from './surface';

/** The width that everything is designed for; a px of the design is this part of the screen's width. */
const designWidth = 375;

/** The mini program's canvas, found once it stands in the page. */
export function PhoneCanvas({ id, className, label, draw, size }: Canvas2dProps) {
  useEffect(() => {
    if (draw === null) return undefined;
    let gone = false;
    const show = (found: Found | null) => {
      if (gone || found === null) return;
      const { node } = found;
      const surface = surfaceOn(node, size ?? onScreen(found), {
        picture: (url) => loaded(node.createImage(), pictureUrl(url)),
        exported: () => exportedFrom(node),
      });
      if (surface !== null) draw(surface);
    };
    Taro.nextTick(() => find(id, show));
    return () => {
      gone = true;
    };
  }, [id, draw, size]);
  return <Canvas id={id} className={className} type="2d" aria-label={label} />;
}

type PhoneNode = { createImage(): PhonePicture } & CanvasNode & Taro.Canvas;
type PhonePicture = CanvasImageSource & { src: string; onload: unknown; onerror: unknown };

interface Found {
  readonly node: PhoneNode;
  readonly width: number;
  readonly height: number;
}

function find(id: string, then: (found: Found | null) => void): void {
  Taro.createSelectorQuery()
    .select(`#${id}`)
    .fields({ node: true, size: true })
    .exec((results: readonly unknown[]) => {
      const [found] = results;
      then(isFound(found) ? found : null);
    });
}

function isFound(value: unknown): value is Found {
  if (typeof value !== 'object' || value === null) return false;
  const { node, width, height } = value as Readonly<Record<string, unknown>>;
  const isCanvas = typeof node === 'object' && node !== null && 'getContext' in node;
  return isCanvas && typeof width === 'number' && typeof height === 'number';
}

/** As large as on the screen, in px of the design: on a wide screen everything grows, the words too. */
function onScreen({ width, height }: Found): FixedSize {
  const { windowWidth, pixelRatio } = Taro.getWindowInfo();
  const unit = windowWidth / designWidth;
  return { width: width / unit, height: height / unit, dots: pixelRatio * unit };
}

async function exportedFrom(node: PhoneNode): Promise<string> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: node,
    fileType: 'jpg',
    quality: 0.92,
  });
  return tempFilePath;
}

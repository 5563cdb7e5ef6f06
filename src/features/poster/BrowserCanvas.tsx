import { useEffect, useRef } from 'react';
import { pictureUrl } from '../../ui/Picture';
import { loaded, surfaceOn, type Canvas2dProps } from './surface';

/** The browser's own canvas: Taro's loses its size under a query. */
export function BrowserCanvas({ className, label, draw, size }: Canvas2dProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const node = canvas.current;
    if (node === null || draw === null) return undefined;
    let drawn = '';
    const show = () => {
      const dots = window.devicePixelRatio;
      const wanted = size ?? { width: node.clientWidth, height: node.clientHeight, dots };
      const key = `${wanted.width} ${wanted.height} ${wanted.dots}`;
      if (key === drawn) return;
      const surface = surfaceOn(node, wanted, {
        picture: loadPicture,
        exported: () => exportedFrom(node),
      });
      if (surface === null) return;
      drawn = key;
      draw(surface);
    };
    show();
    if (size !== undefined || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(show);
    observer.observe(node);
    return () => observer.disconnect();
  }, [draw, size]);
  const read = label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <canvas ref={canvas} className={className} {...read} />;
}

function loadPicture(url: string): Promise<HTMLImageElement | null> {
  const picture = new Image();
  const from = pictureUrl(url);
  // A picture of another host may be drawn only with its leave, or the canvas could not be exported.
  if (!from.startsWith('data:')) picture.crossOrigin = 'anonymous';
  return loaded(picture, from);
}

/** As a promise, since a canvas that may not be exported throws. */
async function exportedFrom(node: HTMLCanvasElement): Promise<string> {
  return Promise.resolve(node.toDataURL('image/png'));
}

import { memo } from 'react';
import { BrowserCanvas } from './BrowserCanvas';
import { PhoneCanvas } from './PhoneCanvas';
import type { Canvas2dProps } from './surface';

/** A plain Canvas 2D, the same on both platforms. Other state of the page never redraws it. */
export const Canvas2d = memo(function Canvas2d(props: Canvas2dProps) {
  return process.env.TARO_ENV === 'h5' ? <BrowserCanvas {...props} /> : <PhoneCanvas {...props} />;
});

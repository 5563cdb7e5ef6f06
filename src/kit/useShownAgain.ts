import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';

/** Does something whenever the page is shown again, as after coming back to it; not when it opens. */
export function useShownAgain(deed: () => void): void {
  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) deed();
    shownBefore.current = true;
  });
}

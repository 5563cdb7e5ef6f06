import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';

/** Rows that are drawn with the page, and those that each reach of its bottom adds. */
const first = process.env.TARO_ENV === 'h5' ? 40 : 12;
const more = process.env.TARO_ENV === 'h5' ? 40 : 4;

/**
 * As many rows of a list that is there already as are drawn by now, so that what travels to the mini program's
 * view at once stays small.
 */
export function useStepwise(): number {
  const [shown, setShown] = useState(first);
  useReachBottom(() => setShown((before) => before + more));
  return shown;
}

import { useEffect, useState } from 'react';

/** One frame at sixty a second. */
const frameMs = 16;

/** The latest value, one frame after it stopped changing: typing is drawn first, what follows from it after. */
export function useNextFrame<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setShown(value), frameMs);
    return () => clearTimeout(timer);
  }, [value]);
  return shown;
}

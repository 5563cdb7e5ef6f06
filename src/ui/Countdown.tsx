import { Text } from '@tarojs/components';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { everySecond } from '../kit/ticker';
import './Countdown.scss';

interface CountdownProps {
  endsAtMs: number;
  /** The shop's time in ms; the phone's own clock may be wrong. */
  now: () => number;
  /** Called once when the time is up. */
  onEnd?: () => void;
}

/** The time left, each second, as 3 天 04:05:06 or 04:05. It rests while the page is hidden. */
export function Countdown({ endsAtMs, now, onEnd }: CountdownProps) {
  const [shown, setShown] = useState(true);
  const [words, setWords] = useState(() => timeLeft(endsAtMs - now()));
  const latest = useRef({ now, onEnd });
  useEffect(() => {
    latest.current = { now, onEnd };
  });
  useDidHide(() => setShown(false));
  useDidShow(() => setShown(true));

  useEffect(() => {
    if (!shown) return undefined;
    let stop: (() => void) | null = null;
    const show = () => {
      const leftMs = endsAtMs - latest.current.now();
      setWords(timeLeft(leftMs));
      if (leftMs > 0) return;
      stop?.();
      stop = null;
      latest.current.onEnd?.();
    };
    if (endsAtMs > latest.current.now()) stop = everySecond(show);
    show();
    return () => stop?.();
  }, [shown, endsAtMs]);

  return <Text className="ui-countdown">{words}</Text>;
}

/** What is left, rounded up to whole seconds, so that "00:00" is never shown too early. */
export function timeLeft(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const clock = [Math.floor((seconds % 3600) / 60), seconds % 60];
  if (days > 0 || hours > 0) clock.unshift(hours);
  const text = clock.map((part) => String(part).padStart(2, '0')).join(':');
  return days > 0 ? `${days} 天 ${text}` : text;
}

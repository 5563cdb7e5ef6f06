import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';

export interface WheelsProps {
  /** The entries of each wheel, from the left. */
  columns: readonly (readonly string[])[];
  /** Which entry of each wheel is chosen. */
  chosen: readonly number[];
  onChange: (chosen: number[]) => void;
}

/** How high an entry stands in Wheels.scss, in px. */
const entryHeight = 44;

/** How long a wheel rests before its entry counts as chosen. */
const restMs = 120;

/** How many frames a wheel is given to be laid out. */
const mostTurns = 60;

/** Wheels that the browser scrolls and snaps by itself; Taro's own lose their entries under React. */
export function BrowserWheels({ columns, chosen, onChange }: WheelsProps) {
  return (
    <View className="ui-wheels ui-wheels--browser">
      {columns.map((entries, column) => (
        <Wheel
          key={column}
          entries={entries}
          chosen={chosen[column] ?? 0}
          onChoose={(index) => onChange(chosen.map((old, at) => (at === column ? index : old)))}
        />
      ))}
    </View>
  );
}

interface WheelProps {
  entries: readonly string[];
  chosen: number;
  onChoose: (index: number) => void;
}

function Wheel({ entries, chosen, onChoose }: WheelProps) {
  const wheel = useRef<HTMLElement>(null);
  const latest = useRef({ entries, chosen, onChoose });
  useEffect(() => {
    latest.current = { entries, chosen, onChoose };
  });

  useEffect(() => {
    const element = wheel.current;
    if (element === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onRest = () => {
      const last = latest.current.entries.length - 1;
      const index = Math.max(0, Math.min(last, Math.round(element.scrollTop / entryHeight)));
      if (index !== latest.current.chosen) latest.current.onChoose(index);
    };
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(onRest, restMs);
    };
    element.addEventListener('scroll', onScroll);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', onScroll);
    };
  }, []);

  useEffect(() => {
    const element = wheel.current;
    return element === null ? undefined : turnTo(element, chosen);
  }, [chosen, entries]);

  return (
    <View className="ui-wheels__wheel" ref={wheel}>
      {entries.map((entry, index) => (
        <View key={entry} className="ui-wheels__entry" onClick={() => onChoose(index)}>
          {entry}
        </View>
      ))}
    </View>
  );
}

/** Turns a wheel to an entry, and again until it stays there: long wheels are laid out some frames late. */
function turnTo(element: HTMLElement, index: number): () => void {
  let frame = 0;
  let turnsLeft = mostTurns;
  const turn = () => {
    if (Math.round(element.scrollTop / entryHeight) === index || turnsLeft === 0) return;
    turnsLeft -= 1;
    element.scrollTop = index * entryHeight;
    frame = requestAnimationFrame(turn);
  };
  turn();
  return () => cancelAnimationFrame(frame);
}

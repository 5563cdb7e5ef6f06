import { View } from '@tarojs/components';
import { useState } from 'react';
import { classes } from '../../kit/classes';
import { useAsk } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { monthAfter, monthText, weeksOf } from './months';
import type { SignInMonth } from './signIn';
import './Calendar.scss';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
/** Months back that can be looked at. */
const mostBack = 11;

/** The month with the days that were signed, and the months before it. */
export function Calendar({ present }: { present: SignInMonth }) {
  const [back, setBack] = useState(0);
  const month = monthAfter(present.month, -back);
  const earlier = useAsk(
    () => askAsMember('points.signInMonth', { month }),
    back === 0 ? null : month,
  );
  const shown = back === 0 ? present : earlier.phase === 'ready' ? earlier.value : null;
  return (
    <View className="calendar">
      <View className="calendar__head">
        <Turn label="上个月" icon="back" can={back < mostBack} onTap={() => setBack(back + 1)} />
        <View className="calendar__month">{monthText(month)}</View>
        <Turn label="下个月" icon="forward" can={back > 0} onTap={() => setBack(back - 1)} />
      </View>
      <View className="calendar__week">
        {weekdays.map((name) => (
          <View key={name} className="calendar__name">
            {name}
          </View>
        ))}
      </View>
      <Days month={month} signed={shown?.days ?? []} today={present.today} />
      {earlier.phase === 'failed' && back > 0 ? (
        <Tap className="calendar__failed" onTap={() => void earlier.reload()}>
          {earlier.say}，点这里再试
        </Tap>
      ) : null}
    </View>
  );
}

interface TurnProps {
  label: string;
  icon: 'back' | 'forward';
  can: boolean;
  onTap: () => void;
}

function Turn({ label, icon, can, onTap }: TurnProps) {
  return (
    <Tap
      className={classes('calendar__turn', !can && 'calendar__turn--end')}
      label={label}
      disabled={!can}
      onTap={onTap}
    >
      <Icon name={icon} size="small" />
    </Tap>
  );
}

interface DaysProps {
  month: string;
  signed: SignInMonth['days'];
  today: string;
}

function Days({ month, signed, today }: DaysProps) {
  const points = new Map(signed.map((one) => [one.day, one.points]));
  return (
    <>
      {weeksOf(month).map((week, row) => (
        <View key={row} className="calendar__week">
          {week.map((day, column) => (
            <Day
              key={column}
              day={day}
              points={day === null ? undefined : points.get(day)}
              when={day === null || day < today ? 'past' : day === today ? 'today' : 'coming'}
            />
          ))}
        </View>
      ))}
    </>
  );
}

interface DayProps {
  day: string | null;
  points: number | undefined;
  when: 'past' | 'today' | 'coming';
}

/** A signed day is a filled disc with its points below; today has a ring. */
function Day({ day, points, when }: DayProps) {
  if (day === null) return <View className="calendar__day" />;
  const signed = points !== undefined;
  return (
    <View className="calendar__day" aria-label={daySay(day, points, when)}>
      <View
        className={classes(
          'calendar__disc',
          signed && 'calendar__disc--signed',
          when === 'today' && 'calendar__disc--today',
          when === 'coming' && 'calendar__disc--coming',
        )}
      >
        {Number(day.slice(-2))}
      </View>
      <View className="calendar__note">
        {signed ? `+${points}` : when === 'today' ? '今天' : ''}
      </View>
    </View>
  );
}

function daySay(day: string, points: number | undefined, when: DayProps['when']): string {
  const name = `${Number(day.slice(-2))}日${when === 'today' ? '，今天' : ''}`;
  if (points !== undefined) return `${name}，已签到，得 ${points} 积分`;
  return when === 'past' ? `${name}，未签到` : name;
}

import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '../../kit/classes';
import { phoneNow } from '../../kit/clock';
import { Button } from '../../ui/Button';
import { Countdown } from '../../ui/Countdown';
import { Pill } from '../../ui/Pill';
import { Tap } from '../../ui/Tap';
import { countedDown, windowText } from './form/moments';
import { stateNames } from './form/offerWords';
import './OfferCard.scss';

export interface OfferFacts {
  readonly kindName: string;
  readonly name: string;
  readonly state: 'coming' | 'running' | 'over' | 'stopped';
  /** What it gives, in one sentence. */
  readonly rule: string;
  /** For which goods and whom, and other quiet facts; the empty ones are left out. */
  readonly notes: readonly string[];
  readonly startsAt: number;
  readonly endsAt: number;
  readonly stats: readonly { readonly label: string; readonly value: string }[];
  /** How much of a limit is gone. */
  readonly bar: { readonly say: string; readonly percent: number } | null;
}

interface OfferCardProps {
  offer: OfferFacts;
  onOpen: () => void;
  /** Its deeds. */
  children: ReactNode;
}

/** An offer in a list: what it gives, until when, what it did so far, and what can be done with it. */
export function OfferCard({ offer, onOpen, children }: OfferCardProps) {
  return (
    <View className="offer-card">
      <Tap onTap={onOpen}>
        <OfferHead offer={offer} />
        <OfferWindow offer={offer} />
        <OfferStats offer={offer} />
      </Tap>
      <View className="offer-card__deeds">{children}</View>
    </View>
  );
}

/** Its kind, name, state and rule. */
export function OfferHead({ offer }: { offer: OfferFacts }) {
  const { kindName, name, state, rule } = offer;
  return (
    <>
      <View className="offer-card__head">
        <Pill tone={state === 'running' || state === 'coming' ? undefined : 'quiet'}>
          {kindName}
        </Pill>
        <Text className="offer-card__name">{name}</Text>
        <Text className={classes('offer-card__state', `offer-card__state--${state}`)}>
          {stateNames[state]}
        </Text>
      </View>
      <View className="offer-card__rule">{rule}</View>
    </>
  );
}

/** From when to when, with the time left where it begins or ends within a day, and for what and whom. */
function OfferWindow({ offer }: { offer: OfferFacts }) {
  const { startsAt, endsAt, state, notes } = offer;
  const nowMs = phoneNow();
  const isLive = state === 'running' || state === 'coming';
  const left = isLive ? countedDown({ startsAt, endsAt }, nowMs) : null;
  return (
    <View className="offer-card__facts">
      <View>{windowText(startsAt, endsAt, nowMs)}</View>
      {left === null ? null : (
        <View className="offer-card__left">
          {left.to === 'start' ? '距开始' : '距结束'}{' '}
          <Countdown endsAtMs={left.atMs} now={phoneNow} />
        </View>
      )}
      <View>{notes.filter((note) => note !== '').join(' · ')}</View>
    </View>
  );
}

/** What it did so far. */
export function OfferStats({ offer }: { offer: Pick<OfferFacts, 'stats' | 'bar'> }) {
  const { stats, bar } = offer;
  return (
    <>
      <View className="offer-card__stats">
        {stats.map(({ label, value }) => (
          <View key={label} className="offer-card__stat">
            <View className="offer-card__stat-label">{label}</View>
            <View className="offer-card__stat-value">{value}</View>
          </View>
        ))}
      </View>
      {bar === null ? null : (
        <View className="offer-card__bar">
          <View className="offer-card__track">
            <View className="offer-card__fill" style={{ width: `${bar.percent}%` }} />
          </View>
          <View className="offer-card__bar-say">{bar.say}</View>
        </View>
      )}
    </>
  );
}

interface OfferDeedsProps {
  state: OfferFacts['state'];
  busy: boolean;
  onCopy: () => void;
  onStop: () => void;
}

/** Stop what runs or is to come; copy anything. */
export function OfferDeeds({ state, busy, onCopy, onStop }: OfferDeedsProps) {
  const isLive = state === 'running' || state === 'coming';
  return (
    <>
      {isLive ? (
        <Button kind="plain" compact loading={busy} onTap={onStop}>
          停止
        </Button>
      ) : null}
      <Button kind="plain" compact onTap={onCopy}>
        复制
      </Button>
    </>
  );
}

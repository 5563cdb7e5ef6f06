import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { Icon, type IconName } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { openCoupons, openPromotions } from './routes';
import { signInToOffers } from './signInToOffers';
import './OfferDoors.scss';

/** How many of each are running, as far as the first page of their lists tells. */
interface Running {
  readonly promotions: string;
  readonly coupons: string;
}

const unknown: Running = { promotions: '', coupons: '' };

interface OfferDoorsProps<Also> {
  /** What else the desk asks for, so that all doors are drawn at once; null when no answer came. */
  also: () => Promise<Also>;
  /** Doors that stand before these. */
  before: (also: Also | null) => ReactNode;
  /** Doors that stand behind these. */
  behind: (also: Also | null) => ReactNode;
}

/** The ways from the manager's desk to promotions and coupons, with how many of each are running. */
export function OfferDoors<Also>({ also, before, behind }: OfferDoorsProps<Also>) {
  const state = useAsk(async () => {
    const [running, others] = await Promise.all([askRunning(), also().catch(() => null)]);
    return { running, others };
  });
  useShownAgain(() => void state.reload());
  const known = state.phase === 'ready' ? state.value : null;
  const { promotions, coupons } = known?.running ?? unknown;
  return (
    <>
      {before(known?.others ?? null)}
      <View className="offer-doors">
        <Door icon="gift" name="促销活动" note={promotions} onTap={openPromotions} />
        <Door icon="ticket" name="优惠券" note={coupons} onTap={openCoupons} />
      </View>
      {behind(known?.others ?? null)}
    </>
  );
}

interface DoorProps {
  icon: IconName;
  name: string;
  note: string;
  onTap: () => void;
}

function Door({ icon, name, note, onTap }: DoorProps) {
  return (
    <Tap className="offer-doors__door" label={`${name} ${note}`} onTap={onTap}>
      <View className="offer-doors__sign">
        <Icon name={icon} />
      </View>
      <View className="offer-doors__words">
        <View className="offer-doors__name">{name}</View>
        <View className="offer-doors__note">{note}</View>
      </View>
    </Tap>
  );
}

async function askRunning(): Promise<Running> {
  await signInToOffers();
  const [promotions, coupons] = await Promise.all([
    ask('promotions.list', { which: 'now' }),
    ask('coupons.batches', { which: 'now' }),
  ]);
  return {
    promotions: runningText(promotions, '个进行中', '没有进行中的'),
    coupons: runningText(coupons, '批进行中', '没有进行中的'),
  };
}

interface Listed {
  readonly items: readonly { readonly state: string }[];
  readonly next: string | null;
}

/** `3 个进行中`, `20+ 个进行中` where there may be more, or that there is none. */
export function runningText({ items, next }: Listed, unit: string, none: string): string {
  const running = items.filter(({ state }) => state === 'running').length;
  if (running === 0 && next === null) return none;
  return `${running}${next === null ? '' : '+'} ${unit}`;
}

import Taro from '@tarojs/taro';
import { askAsMember } from '../../stores/askAsMember';
import { Cell } from '../../ui/Cell';
import { Pill } from '../../ui/Pill';

/** What of bills and refunds needs a hand, in a few words each; empty where nothing does. */
interface Found {
  stuck: string;
  bills: string;
}

/** The way from the manager's desk to bills and refunds, with what there needs a hand; nothing while that is unknown. */
export function MoneyDoor({ found }: { found: Found | null }) {
  const { stuck, bills } = found ?? { stuck: '', bills: '' };
  const tab = stuck === '' ? 'bills' : 'stuck';
  return (
    <Cell
      title="对账与退款"
      icon="yuan"
      value={<Troubles stuck={stuck} bills={bills} />}
      onTap={() => void Taro.navigateTo({ url: `/pages/manager/bills/index?tab=${tab}` })}
    />
  );
}

function Troubles({ stuck, bills }: Found) {
  return (
    <>
      {stuck === '' ? null : <Pill tone="warn">{stuck}</Pill>}
      {bills === '' ? null : <Pill tone="warn">{bills}</Pill>}
    </>
  );
}

/** Asks what of bills and refunds needs a hand. */
export async function askTroubles(): Promise<Found> {
  const [stuck, bills] = await Promise.all([
    askAsMember('payments.stuck', {}),
    askAsMember('payments.bills', {}),
  ]);
  const differing = bills.items.filter(({ differences }) => differences > 0).length;
  const many = `${stuck.items.length}${stuck.next === null ? '' : '+'}`;
  return {
    stuck: stuck.items.length === 0 ? '' : `${many} 笔退款没到账`,
    bills: differing === 0 ? '' : `${differing} 天不符`,
  };
}

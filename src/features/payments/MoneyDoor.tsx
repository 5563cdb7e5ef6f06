import Taro from '@tarojs/taro';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { askAsMember } from '../../stores/askAsMember';
import { Cell, CellGroup } from '../../ui/Cell';
import { Pill } from '../../ui/Pill';

/** The way from the manager's desk to bills and refunds, with what there needs a hand. */
export function MoneyDoor() {
  const state = useAsk(askTroubles);
  useShownAgain(() => void state.reload());
  const troubles = state.phase === 'ready' ? state.value : { stuck: '', bills: '' };
  const tab = troubles.stuck === '' ? 'bills' : 'stuck';
  return (
    <CellGroup>
      <Cell
        title="对账与退款"
        icon="yuan"
        value={<Troubles {...troubles} />}
        onTap={() => void Taro.navigateTo({ url: `/pages/manager/bills/index?tab=${tab}` })}
      />
    </CellGroup>
  );
}

interface Found {
  stuck: string;
  bills: string;
}

function Troubles({ stuck, bills }: Found) {
  return (
    <>
      {stuck === '' ? null : <Pill tone="warn">{stuck}</Pill>}
      {bills === '' ? null : <Pill tone="warn">{bills}</Pill>}
    </>
  );
}

async function askTroubles(): Promise<Found> {
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

import { Text } from '@tarojs/components';
import { ask, type Output } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { Badge } from '../../ui/Badge';
import { Cell, CellGroup } from '../../ui/Cell';
import { openBoard } from './routes';
import { signInAsStaff } from './signInAsStaff';

/** The way from the manager's desk to after-sales, with how many wait for the shop. */
export function BoardDoor() {
  const state = useAsk(async () => {
    await signInAsStaff('manager');
    return (await ask('afterSales.board', { tab: 'asked' })).counts;
  });
  useShownAgain(() => void state.reload());
  return (
    <CellGroup>
      <Cell
        icon="shield"
        title="售后处理"
        value={state.phase === 'ready' ? <Waiting counts={state.value} /> : ''}
        onTap={openBoard}
      />
    </CellGroup>
  );
}

/** What waits for the shop itself: to answer, to inspect, to send. */
function Waiting({ counts }: { counts: Output<'afterSales.board'>['counts'] }) {
  const waiting = counts.asked + counts.returned + counts.received;
  return waiting > 0 ? <Badge count={waiting} /> : <Text>没有待处理的</Text>;
}

import { Text } from '@tarojs/components';
import { ask, type Output } from '../../cloud';
import { Badge } from '../../ui/Badge';
import { Cell, CellGroup } from '../../ui/Cell';
import { openBoard } from './routes';
import { signInAsStaff } from './signInAsStaff';

type Counts = Output<'afterSales.board'>['counts'];

/** How many after-sales stand where. */
export async function askAfterSales(): Promise<Counts> {
  await signInAsStaff('manager');
  return (await ask('afterSales.board', { tab: 'asked' })).counts;
}

/** The way from the manager's desk to after-sales, with how many wait for the shop; nothing while that is unknown. */
export function BoardDoor({ counts }: { counts: Counts | null }) {
  return (
    <CellGroup>
      <Cell
        icon="shield"
        title="售后处理"
        value={counts === null ? '' : <Waiting counts={counts} />}
        onTap={openBoard}
      />
    </CellGroup>
  );
}

/** What waits for the shop itself: to answer, to inspect, to send. */
function Waiting({ counts }: { counts: Counts }) {
  const waiting = counts.asked + counts.returned + counts.received;
  return waiting > 0 ? <Badge count={waiting} /> : <Text>没有待处理的</Text>;
}

import { ask } from '../../cloud';
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
  const { asked, returned, received } =
    state.phase === 'ready' ? state.value : { asked: 0, returned: 0, received: 0 };
  const waiting = asked + returned + received;
  return (
    <CellGroup>
      <Cell
        icon="shield"
        title="售后处理"
        value={waiting > 0 ? <Badge count={waiting} /> : '没有待处理的'}
        onTap={openBoard}
      />
    </CellGroup>
  );
}

import { insist } from '../../../kit/refusal';
import type { Tx, World } from '../../registry';
import { sendableUnits, whyNotRefund } from '../rules/life';
import type { Units } from '../rules/refund';
import { countClaims, saveLines, type LockedOrder } from '../store/life';

/** Units that an after-sale asks about, and how many of each line's were not sent when it was opened. */
export type Claimed = Units & { unsent: number };

/**
 * An after-sale about units of a locked order begins: units that are not sent yet wait, and the order does not complete
 * before it ends. `keepsGoods` asks for money alone: only then unsent units are meant. Refuses units that are refunded.
 */
export async function openClaim(
  _world: World,
  tx: Tx,
  { order, lines }: LockedOrder,
  { units, keepsGoods }: { units: readonly Units[]; keepsGoods: boolean },
): Promise<Claimed[]> {
  insist(whyNotRefund(order, lines, units));
  const claimed = units.map((one) => {
    const line = lines.find((each) => each.line === one.line);
    const unsent =
      line === undefined || !keepsGoods ? 0 : Math.min(one.quantity, sendableUnits(line));
    return { ...one, unsent };
  });
  await saveLines(
    tx,
    order,
    claimed.map(({ line, unsent }) => ({ line, asked: unsent })),
  );
  await countClaims(tx, order, 1);
  return claimed;
}

/** An after-sale ended, whatever it came to: what waited for it need not wait any more. */
export async function closeClaim(
  _world: World,
  tx: Tx,
  { order }: LockedOrder,
  claimed: readonly Claimed[],
): Promise<void> {
  await saveLines(
    tx,
    order,
    claimed.map(({ line, unsent }) => ({ line, asked: -unsent })),
  );
  await countClaims(tx, order, -1);
}

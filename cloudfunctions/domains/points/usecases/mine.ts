import type { z } from 'zod';
import { pageOf, placeBehind } from '../../../kit/cursor';
import { day as dayMs, dayOf } from '../../../kit/time';
import type { Context } from '../../registry';
import { levelView, termsOf } from '../rules/levels';
import { movementText } from '../rules/words';
import type { ListEntries, MyPoints, PointsPage } from '../schema';
import { findEnding, sumGrowth } from '../store/accounts';
import { listMovements } from '../store/ledger';
import { findLastSignIn } from '../store/sign-ins';
import { accountOf } from './account';

const endingWithinMs = 60 * dayMs;
const pageSize = 20;

/** What I have: points, growth and level, and what is near its end. */
export async function showMine(context: Context): Promise<z.input<typeof MyPoints>> {
  const { db, shop, caller, nowMs } = context;
  const { levels, levelLivesMs, points } = shop.settings;
  const whose = { shopId: shop.shopId, memberId: caller.memberId };
  const account = await accountOf(context, db, caller.memberId);
  const keptUntil = account.level > 0 ? account.levelUntil : null;
  const [ending, growth, kept, last] = await Promise.all([
    findEnding(db, whose, { nowMs, untilMs: nowMs + endingWithinMs }),
    sumGrowth(db, whose, { fromMs: nowMs - levelLivesMs, untilMs: nowMs }),
    sumGrowth(db, whose, { fromMs: (keptUntil ?? nowMs) - levelLivesMs, untilMs: nowMs }),
    findLastSignIn(db, whose),
  ]);
  const above = account.level + 1;
  return {
    points: account.points,
    ending: ending ?? null,
    pointFen: points.pointFen,
    growth,
    level: levelView(account.level, levels),
    keep:
      keptUntil === null
        ? null
        : { untilAt: keptUntil, has: kept, needs: termsOf(account.level, levels).growthFrom },
    next:
      above >= levels.length
        ? null
        : {
            level: levelView(above, levels),
            missing: Math.max(0, termsOf(above, levels).growthFrom - growth),
          },
    levels: levels.map((_, level) => levelView(level, levels)),
    signedToday: last?.day === dayOf(nowMs, shop.offsetMinutes),
  };
}

/** What moved my points, newest first. */
export async function listEntries(
  { db, shop, caller }: Context,
  { cursor }: ListEntries,
): Promise<z.input<typeof PointsPage>> {
  const whose = { shopId: shop.shopId, memberId: caller.memberId };
  const found = await listMovements(db, whose, { after: placeBehind(cursor), limit: pageSize + 1 });
  const { rows, next } = pageOf(found, pageSize, ({ madeAt, entryId }) => ({
    value: madeAt,
    id: entryId,
  }));
  const items = rows.map(({ fromAccount, toAccount, ...line }) => ({
    ...line,
    say: movementText({ from: fromAccount, to: toAccount, cause: line.cause }),
  }));
  return { items, next };
}

import { announce } from '../../../platform/outbox';
import { newId } from '../../../platform/ids';
import { tellMember } from '../../members/usecases/profile';
import type { Events, Tx, World } from '../../registry';
import { levelAfterLife, levelAmong, levelOf, termsOf } from '../rules/levels';
import { addLevelChange, lockLevel, saveLevel, sumGrowth } from '../store/accounts';
import { giveGrowth } from '../store/ledger';
import type { PointsTables } from '../tables';

type Reason = PointsTables['levelChanges']['reason'];

/** Gives a member growth, once per cause; a level that she reaches by it is hers at once. */
export async function grow(
  world: World,
  tx: Tx,
  given: { memberId: string; growth: number; cause: string; causeId: string },
): Promise<void> {
  const { memberId, ...growth } = given;
  const whose = { shopId: world.shop.shopId, memberId };
  await giveGrowth(tx, whose, { ...growth, nowMs: world.nowMs });
  await reachLevel(world, tx, memberId);
}

/** Lifts a member to the level that her growth reaches; it never lowers her. */
async function reachLevel(world: World, tx: Tx, memberId: string): Promise<void> {
  const { shop, nowMs } = world;
  const { levels, levelLivesMs } = shop.settings;
  const whose = { shopId: shop.shopId, memberId };
  const growth = await sumGrowth(tx, whose, { fromMs: nowMs - levelLivesMs, untilMs: nowMs });
  const from = levelAmong((await lockLevel(tx, whose))?.level ?? 0, levels);
  const to = levelOf(growth, levels);
  if (to <= from) return;
  const changeId = await change(world, tx, { memberId, from, to, reason: 'reached', atMs: nowMs });
  // Each level on the way is told: what it gives is hers too.
  for (let level = from + 1; level <= to; level += 1) {
    const payload: Events['points.levelUp'] = { memberId, level, changeId };
    await announce(tx, { shopId: shop.shopId, name: 'points.levelUp', payload, nowMs });
  }
}

/**
 * Decides about a level whose life is over, as of the end of that life, so that it does not matter when the timer
 * came by; answers whether there was something to decide.
 */
export async function endLevelLife(world: World, tx: Tx, memberId: string): Promise<boolean> {
  const { shop, nowMs } = world;
  const { levels, levelLivesMs } = shop.settings;
  const whose = { shopId: shop.shopId, memberId };
  const account = await lockLevel(tx, whose);
  const atMs = account?.levelUntil ?? null;
  if (account === undefined || atMs === null || atMs > nowMs) return false;
  const from = levelAmong(account.level, levels);
  const growth = await sumGrowth(tx, whose, { fromMs: atMs - levelLivesMs, untilMs: atMs });
  const to = from === 0 ? 0 : levelAfterLife(from, growth, levels);
  if (from === 0) await saveLevel(tx, whose, { level: 0, levelUntil: null });
  else {
    const reason = to === from ? 'kept' : 'fell';
    await change(world, tx, { memberId, from, to, reason, atMs });
  }
  await reachLevel(world, tx, memberId);
  return true;
}

/** Writes a decision about a level, its next life counted from `atMs`, and tells the member. */
async function change(
  world: World,
  tx: Tx,
  decided: { memberId: string; from: number; to: number; reason: Reason; atMs: number },
): Promise<string> {
  const { shop } = world;
  const { memberId, from, to, reason, atMs } = decided;
  const whose = { shopId: shop.shopId, memberId };
  const changeId = newId();
  const levelUntil = to === 0 ? null : atMs + shop.settings.levelLivesMs;
  await saveLevel(tx, whose, { level: to, levelUntil });
  await addLevelChange(tx, {
    ...whose,
    changeId,
    fromLevel: from,
    toLevel: to,
    reason,
    changedAt: world.nowMs,
  });
  const { name } = termsOf(to, shop.settings.levels);
  const told = {
    reached: { title: '会员升级', body: `恭喜您成为「${name}」，新的会员权益已生效` },
    kept: { title: '会员等级已保留', body: `您继续享有「${name}」的会员权益` },
    fell: { title: '会员等级变更', body: `成长值未达到保级要求，您的等级变更为「${name}」` },
  }[reason];
  await tellMember(world, tx, { memberId, kind: 'level', orderId: null, ...told });
  return changeId;
}

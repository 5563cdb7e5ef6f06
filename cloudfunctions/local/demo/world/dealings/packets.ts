import { hour } from '../../../../kit/time';
import { joinedAtOf, makeMember } from '../people/member';
import { chanceOf, codeFrom } from '../random';
import { batchCalled, type Account } from './account';
import { couponBook } from './coupons';
import { emptyAgenda } from './agenda';

/** Only the earliest members have packets, so that who took from them is told from numbers alone. */
const owners = [0, 8, 12, 16, 20];
const reach = 200;

/**
 * A packet for an order that was paid: its owner shares it, and others take coupons from it. Those who take from one
 * owner never take from another, so that each has as many coupons of the batch as her own packet gave.
 */
export function makePacket(
  account: Account,
  { orderId, payableFen, paidAt: atMs }: { orderId: string; payableFen: number; paidAt: number },
): void {
  const { world, index, member, packets } = account;
  const { seed, nowMs } = world.options;
  const turn = owners.indexOf(index);
  const batch = batchCalled(world, 'packet');
  const { giving, opensAt, closesAt } = batch.draft;
  if (turn < 0 || giving.by !== 'packet' || atMs < opensAt || payableFen < giving.atLeastFen)
    return;
  // The first shopper's latest order is the one whose packet is still going around.
  if (packets.length > 0 && index !== 0) return;
  const chance = chanceOf(seed, 'packet', index, packets.length);
  const packetId = codeFrom(chance, 20);
  let taken = 0;
  for (
    let other = turn === 0 ? owners.length : turn;
    other < Math.min(reach, world.shoppers);
    other += owners.length
  ) {
    const takenAt = atMs + Math.floor(chance.next() * 30 * hour);
    const joinedAt = joinedAtOf(world.options, world.shoppers, other);
    const wants = chance.maybe(0.2) && !owners.includes(other);
    const already = account.passed.coupons.some(
      ({ memberId }) => memberId === memberOf(account, other),
    );
    if (!wants || already || taken === giving.pieces || joinedAt > takenAt || takenAt > nowMs)
      continue;
    takeOne(account, { other, packetId, takenAt });
    taken += 1;
  }
  packets.push({
    ...{ packetId, batchId: batch.batchId, ownerId: member.memberId, orderId },
    ...{ pieces: giving.pieces, taken, madeAt: atMs, endsAt: closesAt },
  });
}

function memberOf({ world }: Account, index: number): string {
  return makeMember(world.options, world.shoppers, index).memberId;
}

/** Somebody else takes a coupon from the packet; it ends unused, or is still in her wallet. */
function takeOne(
  account: Account,
  { other, packetId, takenAt }: { other: number; packetId: string; takenAt: number },
): void {
  const { world, chance, passed } = account;
  const agenda = emptyAgenda();
  const book = couponBook(memberOf(account, other), chance, agenda);
  book.give(batchCalled(world, 'packet'), { source: 'packet', cause: packetId, atMs: takenAt });
  agenda.until(world.options.nowMs);
  passed.coupons.push(...book.rows);
  passed.couponMembers.push(...book.members());
  passed.couponSteps.push(...book.steps);
}

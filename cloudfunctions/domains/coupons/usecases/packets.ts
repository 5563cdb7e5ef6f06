import { present, Refused, type Refusal } from '../../../kit/refusal';
import { maskName } from '../../../kit/text';
import { repeating } from '../../../platform/database';
import { newCode } from '../../../platform/ids';
import { membersById } from '../../members/usecases/by-id';
import { tellMember } from '../../members/usecases/profile';
import type { Context, Tx, VisitorContext, World } from '../../registry';
import { refuse } from '../refusals';
import type { Coupon, Packet, PacketId } from '../schema';
import { listOpenBatches } from '../store/batches';
import { findGiven } from '../store/coupons';
import { addPacket, findPacket, listPacketRows } from '../store/packets';
import { couponOf, giveCoupon } from './give';

const mostPackets = 50;

type Row = NonNullable<Awaited<ReturnType<typeof findPacket>>>;

/** Makes a packet of each open batch that asks for no more than an order brought (fen), once per order; tells the buyer. */
export async function makePackets(
  world: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  order: { orderId: string; memberId: string; paidFen: number },
): Promise<void> {
  const { shop, nowMs } = world;
  const { orderId, memberId, paidFen } = order;
  let made = 0;
  for (const { batchId, giving, closesAt } of await listOpenBatches(
    tx,
    shop.shopId,
    'packet',
    nowMs,
  )) {
    if (giving.by !== 'packet' || giving.atLeastFen > paidFen) continue;
    const packet = { packetId: newCode(20), pieces: giving.pieces, taken: 0 };
    const row = { shopId: shop.shopId, batchId, ownerId: memberId, orderId, ...packet };
    if (await addPacket(tx, { ...row, madeAt: nowMs, endsAt: closesAt })) made += 1;
  }
  if (made === 0) return;
  await tellMember(world, tx, {
    memberId,
    orderId,
    kind: 'packet',
    title: '您得到了可分享的券包',
    body: '分享给好友，大家都能领到优惠券，您自己也可以领一张',
  });
}

/** The packets that I may share, the latest first. */
export async function listPackets({ db, shop, caller }: Context) {
  const rows = await listPacketRows(db, shop.shopId, caller.memberId, mostPackets);
  return {
    items: rows.map(
      ({ ownerId: _owner, scope: _scope, validity: _validity, stoppedAt: _stopped, ...row }) => row,
    ),
  };
}

/** A packet as those see it whom it was sent to. Foreign and missing ids are refused alike. */
export async function showPacket(context: VisitorContext, { packetId }: PacketId): Promise<Packet> {
  const { db, shop, caller, nowMs } = context;
  const row = present(await findPacket(db, shop.shopId, packetId), refuse('no_such_packet'));
  const { orderId: _order, madeAt: _made, stoppedAt: _stopped, ownerId, ...shown } = row;
  const [owners, mine] = await Promise.all([
    membersById(context, [ownerId]),
    caller === null ? undefined : findGiven(db, causeOf(shop.shopId, row, caller.memberId)),
  ]);
  const whyNot = mine === undefined ? whyNotTake(row, nowMs) : null;
  return {
    ...shown,
    owner: maskName(owners.get(ownerId)?.nickname ?? '好友'),
    isMine: caller?.memberId === ownerId,
    mine: mine === undefined ? null : couponOf(row, mine),
    whyNot: whyNot === null ? null : { code: whyNot.code, say: whyNot.say },
  };
}

/** Takes a coupon from a packet, each member once; taking again gives the one that I have. */
export async function takePacket(context: Context, { packetId }: PacketId): Promise<Coupon> {
  const { db, shop, caller } = context;
  const row = present(await findPacket(db, shop.shopId, packetId), refuse('no_such_packet'));
  const { shopId: _shop, ...wanted } = causeOf(shop.shopId, row, caller.memberId);
  const given = await repeating(() => giveCoupon(context, db, { ...wanted, packetId }));
  if (given.outcome === 'not') throw new Refused(given.whyNot);
  return given.coupon;
}

function causeOf(shopId: string, { batchId, packetId }: Row, memberId: string) {
  return { shopId, batchId, memberId, source: 'packet' as const, cause: packetId };
}

function whyNotTake({ stoppedAt, endsAt, taken, pieces }: Row, nowMs: number): Refusal | null {
  if (stoppedAt !== null) return refuse('stopped');
  if (endsAt <= nowMs) return refuse('closed');
  return taken >= pieces ? refuse('packet_empty') : null;
}

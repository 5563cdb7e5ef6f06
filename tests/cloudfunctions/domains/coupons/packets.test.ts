import { sql } from 'kysely';
import { Packet } from '../../../../cloudfunctions/domains/coupons/schema';
import { stopBatch } from '../../../../cloudfunctions/domains/coupons/usecases/batches';
import {
  listPackets,
  makePackets,
  showPacket,
  takePacket,
} from '../../../../cloudfunctions/domains/coupons/usecases/packets';
import { listNotices } from '../../../../cloudfunctions/domains/members/usecases/profile';
import type { Context, StaffContext } from '../../../../cloudfunctions/domains/registry';
import { Refused } from '../../../../cloudfunctions/kit/refusal';
import { day } from '../../../../cloudfunctions/kit/time';
import { newCode, newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { makeBatch } from '../../../support/offers';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';
import { rowCounts } from '../../entries/purchase';

const database = testDatabase();
let small: SmallShop;
let manager: StaffContext;
let owner: Context;
beforeEach(async () => {
  small = await smallShop(database.db);
  manager = small.staff(small.manager);
  owner = await small.shopper();
});

const packetOf = (pieces: number, atLeastFen = 0) => ({
  giving: { by: 'packet', pieces, atLeastFen },
});

function make(orderId = newId(), paidFen = 10_000) {
  const { memberId } = owner.caller;
  return database.db
    .transaction()
    .execute((tx) => makePackets(owner, tx, { orderId, memberId, paidFen }));
}

/** A packet of the owner's, of a batch of its own. */
async function onePacket(pieces = 3, more: object = {}): Promise<string> {
  const batchId = await makeBatch(manager, { ...packetOf(pieces), ...more });
  await make();
  const { items } = await listPackets(owner);
  return items.find((item) => item.batchId === batchId)?.packetId ?? '';
}

describe('a paid order', () => {
  it('brings a packet of each open batch that it reaches, once, and one notice', async () => {
    const small3 = await makeBatch(manager, packetOf(3, 10_000));
    await makeBatch(manager, packetOf(5, 10_001));
    const any = await makeBatch(manager, packetOf(2));
    await stopBatch(manager, { batchId: await makeBatch(manager, packetOf(2)) });
    const orderId = newId();
    await make(orderId);
    await make(orderId);
    const { items } = await listPackets(owner);
    expect(items.map((item) => item.batchId).sort()).toEqual([small3, any].sort());
    for (const item of items) expect(item).toMatchObject({ orderId, taken: 0, madeAt: noon });
    expect((await listNotices(owner)).items.map(({ kind }) => kind)).toEqual(['packet']);
    await make();
    expect((await listPackets(owner)).items).toHaveLength(4);
  });
});

describe('a packet', () => {
  it('shows its owner masked, what it gives, and how much is left, to anybody', async () => {
    await sql`update members set nickname = '王小芳' where member_id = ${owner.caller.memberId}`.execute(
      database.db,
    );
    const packetId = await onePacket();
    const visitor = { ...(await small.shopper()), caller: null };
    const shown = await showPacket(visitor, { packetId });
    expect(Packet.parse(shown)).toEqual(shown);
    expect(shown).toMatchObject({
      ...{ owner: '王**', isMine: false, pieces: 3, taken: 0, mine: null, whyNot: null },
      ...{ name: '满百减十', thresholdFen: 10_000, endsAt: noon + 3 * day },
    });
    expect(JSON.stringify(shown)).not.toContain(owner.caller.memberId);
  });

  it('is told alike when it is missing or another shop’s', async () => {
    const packetId = await onePacket();
    const stranger = await (await smallShop(database.db)).shopper();
    for (const ask of [showPacket, takePacket]) {
      const missing = await refusalOf(ask(stranger, { packetId: newCode(20) }));
      expect(missing).toMatchObject({ code: 'no_such_packet' });
      expect(await refusalOf(ask(stranger, { packetId }))).toEqual(missing);
    }
  });

  it('gives each member one, the owner too, and the same one again', async () => {
    const packetId = await onePacket();
    const friend = await small.shopper();
    for (const member of [friend, owner]) {
      const coupon = await takePacket(member, { packetId });
      expect(await takePacket(member, { packetId })).toEqual(coupon);
      expect(await showPacket(member, { packetId })).toMatchObject({ mine: coupon, whyNot: null });
    }
    expect(await showPacket(owner, { packetId })).toMatchObject({ taken: 2, isMine: true });
  });

  it('is empty, over or stopped without a row changed', async () => {
    const friend = await small.shopper();
    const empty = await onePacket(2);
    for (let turn = 0; turn < 2; turn += 1)
      await takePacket(await small.shopper(), { packetId: empty });
    const stopped = await onePacket(3, { name: '已停' });
    const { batchId } = await showPacket(friend, { packetId: stopped });
    await stopBatch(manager, { batchId });
    const before = await rowCounts(database.db);
    const late = small.at(friend, noon + 3 * day);
    for (const [context, packetId, code] of [
      [friend, empty, 'packet_empty'],
      [friend, stopped, 'stopped'],
      [late, empty, 'closed'],
    ] as const) {
      expect((await showPacket(context, { packetId })).whyNot?.code).toBe(code);
      expect(await refusalOf(takePacket(context, { packetId }))).toMatchObject({ code });
    }
    expect(await rowCounts(database.db)).toBe(before);
  });

  it('gives its last 5 to 5 of 32 who come at once', async () => {
    const db = database.open(32);
    const packetId = await onePacket(5);
    const friends = await Promise.all(Array.from({ length: 32 }, () => small.shopper()));
    const outcomes = await Promise.allSettled(
      friends.map((friend) => takePacket({ ...friend, db }, { packetId })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const codes = outcomes.flatMap((one) =>
      one.status === 'rejected' && one.reason instanceof Refused ? [one.reason.refusal.code] : [],
    );
    expect(codes).toEqual(Array.from({ length: 27 }, () => 'packet_empty'));
    expect((await showPacket(owner, { packetId })).taken).toBe(5);
    const { rows } = await sql<{ coupons: number; claimed: number }>`
      select (select count(*)::int from coupons where cause = ${packetId}) as coupons,
        (select claimed from coupon_tallies t join coupon_packets p using (shop_id, batch_id)
          where p.packet_id = ${packetId}) as claimed`.execute(db);
    expect(rows).toEqual([{ coupons: 5, claimed: 5 }]);
  });

  it('gives a member one though she taps 16 times', async () => {
    const packetId = await onePacket(5, { perMember: 5 });
    const friend = { ...(await small.shopper()), db: database.open(16) };
    const taken = await Promise.all(
      Array.from({ length: 16 }, () => takePacket(friend, { packetId })),
    );
    expect(new Set(taken.map(({ couponId }) => couponId)).size).toBe(1);
    expect((await showPacket(owner, { packetId })).taken).toBe(1);
  });
});

import { Done, Nothing } from '../members/schema';
import { procedure } from '../registry';
import {
  BatchId,
  BatchPage,
  ClaimCoupon,
  Codes,
  Coupon,
  CreateBatch,
  GiveCoupons,
  GivenCoupons,
  ListBatches,
  ListMyCoupons,
  MakeCodes,
  MyCoupons,
  MyPackets,
  OfferedCoupons,
  Packet,
  PacketId,
  RedeemCode,
  ShowOffered,
  WatchedBatch,
} from './schema';
import { createBatch, stopBatch } from './usecases/batches';
import { makeCodes, redeemCode } from './usecases/codes';
import { claimMine, listMine } from './usecases/mine';
import { showOffered } from './usecases/offered';
import { listPackets, showPacket, takePacket } from './usecases/packets';
import { giveToMembers } from './usecases/targeted';
import { listBatches, showBatch } from './usecases/watch';

/** What the coupons room offers to the phone. */
export const couponsApi = {
  'coupons.createBatch': procedure({
    for: ['manager'],
    about: 'Makes a batch of coupons, once per key',
    input: CreateBatch,
    output: BatchId,
    run: createBatch,
  }),
  'coupons.stopBatch': procedure({
    for: ['manager'],
    about: 'Stops a batch; coupons that were given stay good',
    input: BatchId,
    output: Done,
    run: stopBatch,
  }),
  'coupons.batches': procedure({
    for: ['manager'],
    about: 'Batches with what they came to, latest first',
    input: ListBatches,
    output: BatchPage,
    run: listBatches,
  }),
  'coupons.batch': procedure({
    for: ['manager'],
    about: 'One batch with what it came to',
    input: BatchId,
    output: WatchedBatch,
    run: showBatch,
  }),
  'coupons.makeCodes': procedure({
    for: ['manager'],
    about: 'Makes codes of a batch, shown to this key only',
    input: MakeCodes,
    output: Codes,
    run: makeCodes,
  }),
  'coupons.give': procedure({
    for: ['manager'],
    about: 'Gives coupons to members, once per key',
    input: GiveCoupons,
    output: GivenCoupons,
    run: giveToMembers,
  }),
  'coupons.offered': procedure({
    for: ['visitor'],
    about: 'Coupons that may be claimed, of a product or all',
    input: ShowOffered,
    output: OfferedCoupons,
    run: showOffered,
  }),
  'coupons.claim': procedure({
    for: ['shopper'],
    about: 'Takes a coupon that is offered',
    input: ClaimCoupon,
    output: Coupon,
    run: claimMine,
  }),
  'coupons.redeemCode': procedure({
    for: ['shopper'],
    about: 'Takes the coupon that a code is for',
    input: RedeemCode,
    output: Coupon,
    run: redeemCode,
  }),
  'coupons.mine': procedure({
    for: ['shopper'],
    about: 'My coupons, and how many end soon',
    input: ListMyCoupons,
    output: MyCoupons,
    run: listMine,
  }),
  'coupons.packets': procedure({
    for: ['shopper'],
    about: 'Packets of coupons that I may share',
    input: Nothing,
    output: MyPackets,
    run: listPackets,
  }),
  'coupons.packet': procedure({
    for: ['visitor'],
    about: 'A packet that somebody shared',
    input: PacketId,
    output: Packet,
    run: showPacket,
  }),
  'coupons.takePacket': procedure({
    for: ['shopper'],
    about: 'Takes one coupon from a packet, each member once',
    input: PacketId,
    output: Coupon,
    run: takePacket,
  }),
};

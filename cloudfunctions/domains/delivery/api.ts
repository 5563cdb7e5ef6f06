import { Done, Nothing } from '../members/schema';
import { procedure } from '../registry';
import {
  Board,
  BoardCounts,
  Correct,
  Duties,
  HandOver,
  ListBoard,
  ListPicks,
  OrderDelivery,
  OrderIdOnly,
  Packing,
  Picks,
  PickupCode,
  SendOut,
  Ship,
  ShipMany,
  Shipped,
  ShippedMany,
  WaitingPickup,
} from './schema';
import { countWaiting, listPicks, showBoard, showDuties, showPacking } from './usecases/board';
import { markDelivered, sendOut } from './usecases/city';
import { showDelivery } from './usecases/of-order';
import { findByCode, handOver, markReady } from './usecases/pickup';
import { correctParcel, ship } from './usecases/ship';
import { shipMany } from './usecases/ship-many';

/** What the delivery room offers to the phone. */
export const deliveryApi = {
  'delivery.ofOrder': procedure({
    for: ['shopper'],
    about: 'How the goods of an order of mine travel, or the code to pick them up by',
    input: OrderIdOnly,
    output: OrderDelivery,
    run: showDelivery,
  }),
  'delivery.board': procedure({
    for: ['guide', 'manager'],
    about: 'Orders to ship, to hand over, or on their way; a guide sees her store’s counter',
    input: ListBoard,
    output: Board,
    run: showBoard,
  }),
  'delivery.counts': procedure({
    for: ['guide', 'manager'],
    about: 'How many orders wait to be shipped or handed over',
    input: Nothing,
    output: BoardCounts,
    run: countWaiting,
  }),
  'delivery.duties': procedure({
    for: ['manager'],
    about: 'Orders that WeChat should have heard of by now',
    input: Nothing,
    output: Duties,
    run: showDuties,
  }),
  'delivery.packing': procedure({
    for: ['manager'],
    about: 'An order with its address in full, and what is left to send',
    input: OrderIdOnly,
    output: Packing,
    run: showPacking,
  }),
  'delivery.ship': procedure({
    for: ['manager'],
    about: 'Sends units of an order in a parcel, once per key',
    input: Ship,
    output: Shipped,
    run: ship,
  }),
  'delivery.shipMany': procedure({
    for: ['manager'],
    about: 'Ships what a pasted table says, row by row, or says what would become of it',
    input: ShipMany,
    output: ShippedMany,
    run: shipMany,
  }),
  'delivery.correct': procedure({
    for: ['manager'],
    about: 'Puts another tracking number on a parcel, once an order',
    input: Correct,
    output: Done,
    run: correctParcel,
  }),
  'delivery.pickList': procedure({
    for: ['manager'],
    about: 'What to take from the shelves for chosen orders',
    input: ListPicks,
    output: Picks,
    run: listPicks,
  }),
  'delivery.ready': procedure({
    for: ['guide', 'manager'],
    about: 'Goods lie ready at the counter; the shopper is told',
    input: OrderIdOnly,
    output: Done,
    run: markReady,
  }),
  'delivery.sendOut': procedure({
    for: ['guide', 'manager'],
    about: 'A rider takes the goods of an order within the city, once per key',
    input: SendOut,
    output: Done,
    run: sendOut,
  }),
  'delivery.delivered': procedure({
    for: ['guide', 'manager'],
    about: 'Goods that travelled within the city are at their door',
    input: OrderIdOnly,
    output: Done,
    run: markDelivered,
  }),
  'delivery.findPickup': procedure({
    for: ['guide', 'manager'],
    about: 'What waits at my store under a pick-up code',
    input: PickupCode,
    output: WaitingPickup,
    run: findByCode,
  }),
  'delivery.handOver': procedure({
    for: ['guide', 'manager'],
    about: 'Hands goods over to whoever shows their code, once per key',
    input: HandOver,
    output: Done,
    run: handOver,
  }),
};

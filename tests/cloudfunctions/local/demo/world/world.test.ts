import { createHash } from 'node:crypto';
import { orderFlow } from '../../../../../cloudfunctions/domains/orders/flow';
import { step } from '../../../../../cloudfunctions/kit/flow';
import { dayOf } from '../../../../../cloudfunctions/kit/time';
import type { OrderStory, World } from '../../../../../cloudfunctions/local/demo/world/types';
import {
  makeShop,
  makeWorld,
  peopleInChunks,
} from '../../../../../cloudfunctions/local/demo/world/world';

const nowMs = Date.UTC(2026, 10, 22, 7, 50);
const demo = makeWorld({ seed: 'shuke', nowMs, size: 'demo' });
const stories = demo.people.flatMap(({ orders }) => orders);

function hashOf(world: World): string {
  return createHash('sha256').update(JSON.stringify(world)).digest('hex');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function paidToday({ order }: OrderStory): boolean {
  return order.paidAt !== null && dayOf(order.paidAt, 480) === dayOf(nowMs, 480);
}

describe('a world', () => {
  test('is the same for the same seed, to the last letter', () => {
    const again = makeWorld({ seed: 'shuke', nowMs, size: 'test' });
    expect(hashOf(again)).toBe(hashOf(makeWorld({ seed: 'shuke', nowMs, size: 'test' })));
  });

  test('is another one for another seed', () => {
    const [one, other] = ['one', 'other'].map((seed) => makeWorld({ seed, nowMs, size: 'test' }));
    expect(one && hashOf(one)).not.toBe(other && hashOf(other));
  });

  test('has the people and goods that a demo needs', () => {
    expect(demo.stores).toHaveLength(4);
    expect(demo.staff.filter(({ role }) => role === 'guide')).toHaveLength(12);
    expect(demo.staff.filter(({ role }) => role === 'manager')).toHaveLength(3);
    expect(demo.people).toHaveLength(200);
    expect(demo.products).toHaveLength(240);
    expect(demo.banners).toHaveLength(4);
    expect(stories.length).toBeGreaterThan(1_200);
  });

  test('is small for tests: four products of each trade', () => {
    const small = makeShop({ seed: 'shuke', nowMs, size: 'test' });
    const trades = ['shoes', 'jewellery', 'baby', 'fresh'];
    const goods = trades.map((trade) =>
      small.products.filter((product) => product.trade === trade),
    );
    expect(goods.map(({ length }) => length)).toEqual([4, 4, 4, 4]);
    expect([small.stores.length, small.staff.length, small.shoppers]).toEqual([2, 4, 10]);
  });

  test('makes any chunk of a million members without the others', () => {
    const many = makeShop({ seed: 'shuke', nowMs, size: 1_000_000 });
    const [first = []] = peopleInChunks(many, 5);
    expect(first.map(({ member }) => member.openid)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `demo-shopper-${number}`),
    );
    expect(many.products).toHaveLength(240);
  });

  test('refuses a number of members that makes no shop', () => {
    expect(() => makeShop({ seed: 'shuke', nowMs, size: 0 })).toThrow(RangeError);
  });

  test('never has an id twice', () => {
    const ids = [
      ...demo.people.flatMap(({ member, touches }) => [
        member.memberId,
        ...touches.map(({ touchId }) => touchId),
      ]),
      ...stories.flatMap(({ order, events, entries }) => [
        order.orderId,
        order.number,
        ...events.map(({ eventId }) => eventId),
        ...entries.map(({ entryId }) => entryId),
      ]),
      ...demo.guideShares.map(({ shareId }) => shareId),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('its orders', () => {
  test('cost what their lines and freight cost, to the fen', () => {
    for (const { order, lines } of stories) {
      expect(order.goodsFen).toBe(sum(lines.map(({ unitFen, quantity }) => unitFen * quantity)));
      expect(order.goodsFen - order.discountFen).toBe(sum(lines.map(({ paidFen }) => paidFen)));
      expect(order.payableFen).toBe(order.goodsFen - order.discountFen + order.freightFen);
    }
  });

  test('went only steps that an order can go, none of them in the future', () => {
    for (const { order, events } of stories) {
      for (const event of events.slice(1)) {
        const taken = orderStep(event.step);
        if (taken !== null)
          expect(step(orderFlow, event.fromState ?? 'unpaid', taken)).toBe(event.toState);
        expect(event.happenedAt).toBeLessThanOrEqual(nowMs);
      }
      expect(events.at(-1)?.toState).toBe(order.state);
    }
  });

  test('pay guides at most half of what the goods cost, and nothing of an order that was not paid', () => {
    for (const { order, entries } of stories) {
      const paid = entries.filter(({ cause }) => cause === 'paid');
      expect(sum(paid.map(({ amountFen }) => amountFen))).toBeLessThanOrEqual(order.goodsFen / 2);
      if (order.paidAt === null) expect(entries).toEqual([]);
    }
  });

  test('leave as pending what is neither settled nor taken back', () => {
    for (const { order, entries } of stories) {
      const pending = sum(
        entries.filter(({ state }) => state === 'pending').map(({ amountFen }) => amountFen),
      );
      const due = sum(order.credit.parts.map(({ amountFen }) => amountFen));
      const open =
        order.state === 'paid' || order.state === 'shipped' || order.state === 'received';
      expect(pending).toBe(open ? due : 0);
    }
  });

  test('are credited by cards opened before them, within the days that a card counts', () => {
    for (const { order } of stories.filter((story) => story.order.credit.rule === 'touch')) {
      const { touchedAt } = order.credit.evidence;
      expect(order.placedAt - (touchedAt ?? 0)).toBeLessThan(15 * 86_400_000);
      expect(touchedAt).toBeLessThanOrEqual(order.placedAt);
    }
  });

  test('come in today and over the month, so that numbers are alive', () => {
    expect(stories.filter(paidToday).length).toBeGreaterThan(4);
    const lately = stories.filter(({ order }) => (order.paidAt ?? 0) > nowMs - 30 * 86_400_000);
    expect(lately.length).toBeGreaterThan(100);
  });

  test('come in just after midnight as well', () => {
    const early = makeWorld({ seed: 'shuke', nowMs: Date.UTC(2026, 10, 22, 16, 20), size: 'test' });
    const today = early.people
      .flatMap(({ orders }) => orders)
      .filter(({ order }) => order.paidAt !== null && order.paidAt >= Date.UTC(2026, 10, 22, 16));
    expect(today.length).toBeGreaterThan(0);
  });
});

describe('the demo people', () => {
  test('shopper 1 has an owner, two addresses and orders in every state', () => {
    const [first] = demo.people;
    const states = new Set(first?.orders.map(({ order }) => order.state));
    expect(first?.bindings.at(-1)?.guideId).toBe(demo.staff[0]?.staffId);
    expect(first?.addresses).toHaveLength(2);
    expect([...states].sort()).toEqual(
      ['closed', 'completed', 'paid', 'received', 'shipped', 'unpaid'].sort(),
    );
  });

  test('guide 1 has visitors and sales today', () => {
    const guideId = demo.staff[0]?.staffId;
    const came = demo.people
      .flatMap(({ touches }) => touches)
      .filter(
        (touch) => touch.guideId === guideId && dayOf(touch.touchedAt, 480) === dayOf(nowMs, 480),
      );
    expect(came.length).toBeGreaterThan(2);
    expect(
      stories.filter((story) => paidToday(story) && story.order.guideId === guideId).length,
    ).toBeGreaterThan(1);
  });
});

/** The step of the order's life cycle behind a step of its history; null where it has no name there. */
function orderStep(name: string) {
  const steps = ['pay', 'cancel', 'expire', 'ship', 'receive', 'complete', 'refund'] as const;
  return steps.find((known) => known === name) ?? null;
}

import { traceDue } from '../../../../cloudfunctions/domains/delivery/jobs';
import { showDelivery } from '../../../../cloudfunctions/domains/delivery/usecases/of-order';
import { ship } from '../../../../cloudfunctions/domains/delivery/usecases/ship';
import { showOrder } from '../../../../cloudfunctions/domains/orders/usecases/show';
import { day, hour } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { traceByClock } from '../../../../cloudfunctions/local/tracker-stand-in/trace';
import { testDatabase } from '../../../support/database';
import { refusalOf } from '../../../support/refusal-of';
import { paidOrder } from '../../../support/sent-shop';
import { noon, smallShop, type Known, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let buyer: Known;
beforeEach(async () => {
  small = await smallShop(database.db);
  buyer = await small.shopper();
});

let numbers = 0;
/** A number that no other parcel of this file has. */
function number(): string {
  numbers += 1;
  return `SF${String(6_000_000_000_000 + numbers)}`;
}

type Units = { line: number; quantity: number }[];
function send(orderId: string, units: Units, otherwise: object = {}) {
  const wanted = { key: newId(), orderId, units, number: number(), ...otherwise };
  return ship(small.staff(small.manager), wanted);
}

describe('the way of a parcel', () => {
  const tracker = {
    trace: (asked: Parameters<typeof traceByClock>[0]) => Promise.resolve(traceByClock(asked)),
  };
  const wayOf = async (orderId: string) => {
    const [parcel] = (await showDelivery(buyer, { orderId })).parcels;
    return { state: parcel?.state, steps: parcel?.steps.map(({ say }) => say) };
  };
  const trace = (nowMs: number, port: typeof tracker | null = tracker) =>
    traceDue({ ...buyer, nowMs, ports: { ...buyer.ports, tracker: port } });

  it('is asked for again and again until it is signed for, which confirms no receipt', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    await send(orderId, [{ line: 1, quantity: 1 }]);
    expect(await trace(noon)).toBe(1);
    expect(await wayOf(orderId)).toEqual({ state: 'waiting', steps: [] });
    expect(await trace(noon + 1)).toBe(0);
    expect(await trace(noon + 2 * hour)).toBe(1);
    expect(await wayOf(orderId)).toEqual({ state: 'collected', steps: ['已揽收'] });
    expect(await trace(noon + 3 * day)).toBe(1);
    const way = await wayOf(orderId);
    expect(way.state).toBe('signed');
    expect(way.steps).toHaveLength(5);
    expect(way.steps?.[0]).toBe('已签收，感谢使用');
    expect((await showOrder(buyer, { orderId })).state).toBe('shipped');
    expect(await trace(noon + 9 * day)).toBe(0);
  });

  it('waits longer after each failure, and keeps what was known', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    await send(orderId, [{ line: 1, quantity: 1 }]);
    await trace(noon + 2 * hour);
    const failing = { trace: () => Promise.reject(new Error('no answer')) };
    expect(await trace(noon + 3 * hour, failing)).toBe(1);
    expect(await wayOf(orderId)).toEqual({ state: 'collected', steps: ['已揽收'] });
    expect(await trace(noon + 3 * hour + 50 * 60_000, failing)).toBe(0);
    expect(await trace(noon + 4 * hour, failing)).toBe(1);
  });

  it('is asked for once, however many workers come by at once', async () => {
    const db = database.open(8);
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    await send(orderId, [{ line: 1, quantity: 1 }]);
    let asked = 0;
    const counting = {
      trace: (one: Parameters<typeof traceByClock>[0]) => {
        asked += 1;
        expect(one).toMatchObject({ carrier: 'SF', phoneTail: '5678', sinceMs: noon });
        return tracker.trace(one);
      },
    };
    const world = { ...buyer, db, nowMs: noon + hour };
    const ports = { ...buyer.ports, tracker: counting };
    await Promise.all(Array.from({ length: 8 }, () => traceDue({ ...world, ports })));
    expect(asked).toBe(1);
  });

  it('is nobody’s to know where the shop has nobody to ask', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    await send(orderId, [{ line: 1, quantity: 1 }]);
    expect(await trace(noon + day, null)).toBe(0);
    expect(await showDelivery(buyer, { orderId })).toMatchObject({ tracked: false });
    const stranger = await small.shopper();
    expect((await refusalOf(showDelivery(stranger, { orderId }))).code).toBe('no_such_order');
  });
});

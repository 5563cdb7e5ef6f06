import { present } from '../../../kit/refusal';
import type { Queries } from '../../../platform/database';
import { qrPicture } from '../../../platform/qr';
import type { Context, Tables, World } from '../../registry';
import { refuse } from '../refusals';
import { carrierName } from '../rules/carriers';
import { parcelStateNames } from '../rules/parcel';
import type { OrderIdOnly } from '../schema';
import { findMine } from '../store/board';
import { listLines, listParcels, listSteps, listUnits } from '../store/parcels';
import { findPickup } from '../store/pickups';

/** How the goods of an order of mine travel: its parcels with their way, or the code for the counter. */
export async function showDelivery(context: Context, { orderId }: OrderIdOnly) {
  const { db, shop, caller, ports } = context;
  const mine = await findMine(db, shop.shopId, caller.memberId, orderId);
  const order = present(mine, refuse('no_such_order'));
  return {
    tracked: ports.tracker !== null,
    parcels: await parcelsOf(context, orderId),
    pickup: order.delivery === 'pickup' ? await pickupOf(context, order) : null,
  };
}

async function parcelsOf({ db, shop }: Context, orderId: string) {
  const { shopId } = shop;
  const parcels = await listParcels(db, shopId, [orderId]);
  if (parcels.length === 0) return [];
  const ids = parcels.map(({ parcelId }) => parcelId);
  const [lines, units, steps] = [
    await listLines(db, shopId, [orderId]),
    await listUnits(db, shopId, orderId),
    await listSteps(db, shopId, ids),
  ];
  return parcels.map(({ parcelId, place, purpose, carrier, number, state, sentAt }) => ({
    ...{ parcelId, place, purpose, number, state, sentAt },
    carrierName: carrierName(carrier),
    stateName: parcelStateNames[state],
    units: units
      .filter((unit) => unit.parcelId === parcelId)
      .flatMap(({ line, quantity }) => {
        const goods = lines.find((one) => one.line === line);
        if (goods === undefined) return [];
        const { title, specText, pictureUrl } = goods;
        return [{ line, quantity, title, specText, pictureUrl }];
      }),
    steps: steps
      .filter((step) => step.parcelId === parcelId)
      .map(({ happenedAt, say, place: where }) => ({ happenedAt, say, place: where })),
  }));
}

/** A code is shown only as long as it opens something. */
async function pickupOf({ db, shop }: Context, order: { orderId: string; state: string }) {
  const pickup = await findPickup(db, shop.shopId, order.orderId);
  if (pickup === undefined || pickup.state === 'void') return null;
  const { readyAt, handedAt } = pickup;
  const waits = pickup.state === 'waiting' && order.state === 'paid';
  if (!waits && handedAt === null) return null;
  const code = waits ? pickup.code : '';
  return { code, codePicture: code === '' ? '' : await qrPicture(code), readyAt, handedAt };
}

/** The parcel that left last with goods of an order, for a message; null when its goods were handed over. */
export async function lastParcel(
  { shop }: Pick<World, 'shop'>,
  db: Queries<Tables>,
  orderId: string,
) {
  const parcels = await listParcels(db, shop.shopId, [orderId]);
  return parcels.filter(({ purpose }) => purpose === 'sale').at(-1) ?? null;
}

import { canonicalJson } from '../../../kit/json';
import { minute } from '../../../kit/time';
import { waitAfter } from '../../../platform/outbox';
import { fingerprint } from '../../../platform/secret';
import type { Contact } from '../../orders/schema';
import { sendableUnits } from '../../orders/rules/life';
import type { World } from '../../registry';
import { alreadyTold, newsOf, shippingInfoOf } from '../rules/shipping-info';
import type { ShippingInfo } from '../schema';
import { listLines, listParcels, listUnits } from '../store/parcels';
import { findPaidOrder, saveProblem, saveTold, takeDueUploads } from '../store/uploads';

const atOnce = 20;
const longestProblem = 200;

type Due = Awaited<ReturnType<typeof takeDueUploads>>[number];

/**
 * Tells WeChat of goods that left, so that it pays the shop; answers how many orders were tried. Dying between the
 * telling and its mark tells the same again, which WeChat takes or says that it knows.
 */
export async function uploadShipping(world: World): Promise<number> {
  const { db, shop, nowMs } = world;
  const taken = { shopId: shop.shopId, nowMs, againAt: nowMs + minute, limit: atOnce };
  const due = await takeDueUploads(db, taken);
  for (const upload of due) await tellOf(world, upload);
  return due.length;
}

async function tellOf(world: World, due: Due): Promise<void> {
  const { db, shop, nowMs, ports, log } = world;
  const row = { shopId: shop.shopId, orderId: due.orderId, version: due.wanted };
  try {
    const info = await infoOf(world, due);
    const told = info === null ? null : fingerprint(canonicalJson(newsOf(info)));
    if (info === null || told === due.told) {
      await saveTold(db, row, { told: null, split: false, nowMs });
      return;
    }
    await ports.wechat.uploadShippingInfo(info).catch(unlessTold);
    await saveTold(db, row, { told, split: info.split, nowMs });
  } catch (fault) {
    const problem = (fault instanceof Error ? fault.message : String(fault)).slice(
      0,
      longestProblem,
    );
    log.error('shipping.not_told', { order: due.orderId, tries: due.tries, reason: problem });
    await saveProblem(db, row, { problem, nextTryAt: nowMs + waitAfter(due.tries) });
  }
}

function unlessTold(fault: unknown): void {
  const code = typeof fault === 'object' && fault !== null && 'errcode' in fault && fault.errcode;
  if (code !== alreadyTold) throw fault;
}

/** What there is to tell now; null when it is nothing: no goods left, or the order is refunded and over. */
async function infoOf({ db, shop, nowMs, ports }: World, due: Due): Promise<ShippingInfo | null> {
  const { shopId } = shop;
  const { orderId } = due;
  const order = await findPaidOrder(db, shopId, orderId);
  if (order === undefined || order.state === 'closed') return null;
  const lines = await listLines(db, shopId, [orderId]);
  const units = await listUnits(db, shopId, orderId);
  const parcels = await listParcels(db, shopId, [orderId]);
  const contact = order.contactSealed === null ? null : ports.unseal(order.contactSealed);
  const phone = contact === null ? '' : (JSON.parse(contact) as Contact).phone;
  const titleOf = (line: number) => lines.find((one) => one.line === line)?.title ?? '商品';
  const sold = parcels.filter(({ purpose }) => purpose === 'sale');
  return shippingInfoOf(
    {
      transactionId: order.transactionId,
      payerOpenid: order.openid,
      delivery: order.delivery,
      allSent: lines.every((line) => sendableUnits(line) + line.askedQuantity === 0),
      toldSplit: due.toldSplit,
      phone,
      parcels: sold.map(({ parcelId, carrier, number }) => ({
        ...{ carrier, number },
        units: units
          .filter((unit) => unit.parcelId === parcelId)
          .map(({ line, quantity }) => ({ title: titleOf(line), quantity })),
      })),
      goods: lines.map(({ title, shippedQuantity: quantity }) => ({ title, quantity })),
    },
    nowMs,
  );
}

import { insist, present, Refused } from '../../../kit/refusal';
import { skuFacts, skusOnSale } from '../../catalogue/usecases/sku-facts';
import type { lockedOrder } from '../../orders/usecases/locked';
import type { Tx, World } from '../../registry';
import type { AfterSaleKind } from '../flow';
import { refuse } from '../refusals';
import { piecesBack, unitsNow } from '../rules/exchange';
import { findExchanged } from '../store/sales';

type Order = Awaited<ReturnType<typeof lockedOrder>>;

/** What units are exchanged for, or nothing where they are not. */
export interface ExchangeWish {
  line: number;
  quantity: number;
  toSkuId?: string | undefined;
}

/** What a line may be exchanged for: SKUs of its product at the same list price; its own among them. */
export async function exchangesFor(
  world: Pick<World, 'db' | 'shop'>,
  line: { productId: string; skuId: string },
) {
  const skus = await skusOnSale(world, line.productId);
  const own = skus.find(({ skuId }) => skuId === line.skuId);
  const listFen = own?.listFen ?? (await skuFacts(world, [line.skuId]))[0]?.listFen;
  return skus
    .filter((sku) => sku.listFen === listFen)
    .map(({ skuId, specText, left }) => ({ skuId, specText, left }));
}

/** What is wanted in exchange, line by line. Refuses other products and prices, and shelves that are too empty. */
export async function wishesOf(
  world: Pick<World, 'db' | 'shop'>,
  order: Order,
  { kind, units }: { kind: AfterSaleKind; units: readonly ExchangeWish[] },
): Promise<Map<number, { toSkuId: string; toSpecText: string }>> {
  const wishes = new Map<number, { toSkuId: string; toSpecText: string }>();
  if (kind !== 'exchange') return wishes;
  for (const { line, quantity, toSkuId } of units) {
    const bought = order.lines.find((one) => one.line === line);
    if (bought === undefined) throw new Refused(refuse('no_such_line'));
    const choices = await exchangesFor(world, bought);
    const choice = choices.find(({ skuId }) => skuId === toSkuId);
    const { skuId, specText, left } = present(choice, refuse('exchange_unknown', { line }));
    insist(left < quantity ? refuse('exchange_sold_out', { line }) : null);
    wishes.set(line, { toSkuId: skuId, toSpecText: specText });
  }
  return wishes;
}

/** What came back of an order, as pieces of the SKUs that the units have become by exchanges of before. */
export async function piecesOf(
  { shop }: Pick<World, 'shop'>,
  tx: Tx,
  { order, lines }: Order,
  back: { kind: AfterSaleKind; units: readonly { line: number; quantity: number }[] },
): Promise<{ skuId: string; quantity: number }[]> {
  const exchanged = await findExchanged(tx, shop.shopId, order.orderId);
  return back.units.flatMap(({ line, quantity }) => {
    const bought = lines.find((one) => one.line === line);
    if (bought === undefined) return [];
    const sent = bought.shippedQuantity;
    const units = unitsNow({ line, skuId: bought.skuId, sent }, exchanged);
    const before = bought.refundedQuantity - bought.cancelledQuantity;
    return piecesBack(units, { quantity, before, exchange: back.kind === 'exchange' });
  });
}

import { fen } from '../../../../kit/money';
import { freightOf, type FreightLoad, type FreightPart } from '../../../catalogue/rules/freight';
import type { QuoteFacts, SideGoods } from '../facts';
import type { CartLine } from '../unit-prices';

/** Goods that travel with the order and cost nothing. */
export interface Gifts {
  goods: SideGoods;
  quantity: number;
}

/** Freight: step 6, before 包邮 and coupon. Nothing is charged for pick-up and where no place is known. */
export interface Road {
  /** Six digits; null when nothing is sent. */
  regionCode: string | null;
  /** False when a template does not deliver the goods to the region. */
  deliverable: boolean;
  /** Whether goods under a template can be sent; gifts that cannot are left out. */
  serves: (templateId: string) => boolean;
  /** The freight of lines that still cost this, in fen, with these gifts. */
  freightFen: (stillFen: readonly number[], gifts: readonly Gifts[]) => number;
  /** Whether these gifts and lines stay free of freight even when what lines cost falls by so much. */
  staysFree: (stillFen: readonly number[], gifts: readonly Gifts[], byFen: number) => boolean;
  /** The freight by template with its working. */
  parts: (stillFen: readonly number[], gifts: readonly Gifts[]) => FreightPart[];
}

/** The road of a cart. What a load is charged depends on its weight and pieces, whether it is, on what its goods cost. */
export function roadOf(
  { destination, templates }: Pick<QuoteFacts, 'destination' | 'templates'>,
  lines: readonly CartLine[],
): Road {
  const regionCode = destination?.kind === 'express' ? destination.regionCode : null;
  const load = (stillFen: readonly number[], gifts: readonly Gifts[]) =>
    regionCode === null ? [] : loadsOf(templates, lines, { stillFen, gifts });
  const parts: Road['parts'] = (stillFen, gifts) =>
    load(stillFen, gifts).map((each) => freightOf(each, regionCode ?? ''));
  const nothing = lines.map(() => 0);
  const deliverable = parts(nothing, []).every((part) => part.fen !== null);
  const tolls = new Map<string, Toll[]>();
  const tollsWith = (gifts: readonly Gifts[]) => {
    const name = gifts.map(({ goods, quantity }) => `${goods.skuId}*${quantity}`).join();
    const found = tolls.get(name) ?? tollsOf(parts(nothing, gifts), lines);
    tolls.set(name, found);
    return found;
  };
  return {
    regionCode,
    deliverable,
    serves: (templateId) => {
      const template = templates[templateId];
      if (template === undefined || regionCode === null) return true;
      const empty = { templateId, ...template, goodsFen: 0, pieces: 0, grams: 0 };
      return freightOf(empty, regionCode).fen !== null;
    },
    freightFen: (stillFen, gifts) =>
      deliverable ? tollFen(tollsWith(gifts), { stillFen, byFen: 0 }) : 0,
    staysFree: (stillFen, gifts, byFen) =>
      !deliverable || tollFen(tollsWith(gifts), { stillFen, byFen }) === 0,
    parts,
  };
}

/** What a template charges for the cart's load, in fen, until its goods cost `freeFrom`. */
interface Toll {
  places: readonly number[];
  chargedFen: number;
  freeFrom: number | null;
}

/** From the freight of goods that cost nothing: what is missing to free freight is then the whole threshold. */
function tollsOf(parts: readonly FreightPart[], lines: readonly CartLine[]): Toll[] {
  return parts.flatMap((part) => {
    if (part.fen === null || part.fen === 0) return [];
    const places = lines.flatMap(({ goods }, at) =>
      goods.templateId === part.templateId ? [at] : [],
    );
    return [{ places, chargedFen: part.fen, freeFrom: part.shortFen }];
  });
}

/** What is charged once the goods of each template cost less by so much. */
function tollFen(
  tolls: readonly Toll[],
  { stillFen, byFen }: { stillFen: readonly number[]; byFen: number },
): number {
  let total = 0;
  for (const { places, chargedFen, freeFrom } of tolls) {
    let goodsFen = -byFen;
    for (const at of places) goodsFen += stillFen[at] ?? 0;
    if (freeFrom === null || goodsFen < freeFrom) total += chargedFen;
  }
  return total;
}

interface Cargo {
  stillFen: readonly number[];
  gifts: readonly Gifts[];
}

/** Goods by template in the order of template ids, so that the order of lines does not matter. */
function loadsOf(
  templates: QuoteFacts['templates'],
  lines: readonly CartLine[],
  { stillFen, gifts }: Cargo,
): FreightLoad[] {
  const loads = new Map<string, FreightLoad>();
  const put = (goods: Omit<SideGoods, 'left'>, quantity: number, amountFen: number) => {
    const template = templates[goods.templateId];
    if (template === undefined) return;
    const { templateId } = goods;
    const load = loads.get(templateId) ?? {
      templateId,
      ...template,
      goodsFen: 0,
      pieces: 0,
      grams: 0,
    };
    load.goodsFen = fen(load.goodsFen + amountFen);
    load.pieces += quantity;
    load.grams += goods.weightGrams * quantity;
    loads.set(templateId, load);
  };
  lines.forEach(({ goods }, at) => put(goods, goods.quantity, stillFen[at] ?? 0));
  for (const { goods, quantity } of gifts) put(goods, quantity, 0);
  return [...loads.values()].sort((a, b) => (a.templateId < b.templateId ? -1 : 1));
}

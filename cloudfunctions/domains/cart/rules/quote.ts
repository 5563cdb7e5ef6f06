import { splitFen, sumFen, timesFen, zeroFen, type Fen } from '../../../kit/money';
import {
  freightOf,
  totalFreight,
  type FreightPart,
  type FreightTerms,
} from '../../catalogue/rules/freight';

/** What a line of a cart is, as far as its price goes. */
export interface PricedLine {
  skuId: string;
  templateId: string;
  quantity: number;
  listFen: number;
  weightGrams: number;
}

/** Where the goods go: nobody knows yet, to a region, or to the counter of a store. */
export type Destination = null | { kind: 'express'; regionCode: string } | { kind: 'pickup' };

/** All that a quote depends on. */
export interface QuoteFacts {
  lines: readonly PricedLine[];
  templates: Readonly<Record<string, { name: string; terms: FreightTerms }>>;
  destination: Destination;
}

/** One discount's share of a line: which rule, and how much in fen. */
export interface LineDiscount {
  ruleId: string;
  say: string;
  shareFen: Fen;
}

export interface QuotedLine {
  skuId: string;
  quantity: number;
  unitFen: Fen;
  /** Where the unit price comes from. */
  unitFrom: 'list';
  amountFen: Fen;
  discounts: LineDiscount[];
  paidFen: Fen;
}

/** The price of an order with its reasons; amounts in fen. `payableFen` is goods − discounts + freight. */
export interface Quote {
  lines: QuotedLine[];
  goodsFen: Fen;
  discountFen: Fen;
  /** Freight by template, with its working; empty before a destination is known and for pick-up. */
  freight: FreightPart[];
  freightFen: Fen;
  payableFen: Fen;
  /** False when a template does not deliver to the region; such an order cannot be placed. */
  deliverable: boolean;
}

/**
 * The price of an order: a pure function of its facts, the same on the phone and in the cloud. Steps 1
 * (unit price) and 6 (freight) of the rules; lines keep their order, and the sum does not depend on it.
 */
export function quote(facts: QuoteFacts): Quote {
  const lines = facts.lines.map(quoteLine);
  const goodsFen = sumFen(lines.map((line) => line.amountFen));
  const discountFen = sumFen(
    lines.flatMap((line) => line.discounts.map((discount) => discount.shareFen)),
  );
  const freight = freightParts(facts, lines);
  const freightFen = totalFreight(freight);
  const payableFen = sumFen([goodsFen, -discountFen, freightFen ?? 0]);
  return {
    lines,
    goodsFen,
    discountFen,
    freight,
    freightFen: freightFen ?? zeroFen,
    payableFen,
    deliverable: freightFen !== null,
  };
}

/** What each unit of a line was paid, by largest remainder, so that refunds in any order sum to the line. */
export function unitsPaid(paidFen: number, quantity: number): Fen[] {
  return splitFen(
    paidFen,
    Array.from({ length: quantity }, () => 1),
  );
}

function quoteLine(line: PricedLine): QuotedLine {
  const amountFen = timesFen(line.listFen, line.quantity);
  const unitFen = timesFen(line.listFen, 1);
  return {
    skuId: line.skuId,
    quantity: line.quantity,
    unitFen,
    unitFrom: 'list',
    amountFen,
    discounts: [],
    paidFen: amountFen,
  };
}

/** Goods are grouped by template in the order of template ids, so that the order of lines does not matter. */
function freightParts(facts: QuoteFacts, quoted: readonly QuotedLine[]): FreightPart[] {
  const { destination } = facts;
  if (destination === null || destination.kind === 'pickup') return [];
  const templateIds = [...new Set(facts.lines.map((line) => line.templateId))].sort();
  return templateIds.flatMap((templateId) => {
    const template = facts.templates[templateId];
    if (template === undefined) return [];
    const load = { templateId, ...template, goodsFen: 0, pieces: 0, grams: 0 };
    facts.lines.forEach((line, index) => {
      if (line.templateId !== templateId) return;
      load.goodsFen += quoted[index]?.paidFen ?? 0;
      load.pieces += line.quantity;
      load.grams += line.weightGrams * line.quantity;
    });
    return [freightOf(load, destination.regionCode)];
  });
}

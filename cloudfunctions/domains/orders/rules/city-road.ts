import type { FreightTerms } from '../../catalogue/rules/freight';
import type { PricedLine, SideGoods } from '../../cart/rules/facts';
import type { Quote } from '../../cart/rules/quoted';
import { cityWorking, type CityOffer } from '../../guides/rules/city';

const templateId = 'city';

interface Load {
  lines: readonly PricedLine[];
  sideGoods: Readonly<Record<string, SideGoods>>;
  /** Null when no store serves the address. */
  city: CityOffer | null;
  regionCode: string;
}

/**
 * Goods that travel within the city, as a quote takes them: whatever their own freight, they share one ride for the
 * fee of the district's band. An address that no store serves is one that this ride does not go to.
 */
export function cityRoad({ lines, sideGoods, city, regionCode }: Load) {
  const terms: FreightTerms = {
    by: 'pieces',
    first: 1_000_000,
    next: 1_000_000,
    firstFen: city?.band.fen ?? 0,
    nextFen: 0,
    freeOverFen: city?.band.freeOverFen ?? null,
    elsewhere: [],
    notServed: city === null ? [regionCode.slice(0, 2)] : [],
  };
  const sides = Object.entries(sideGoods).map(
    ([id, goods]) => [id, { ...goods, templateId }] as const,
  );
  return {
    lines: lines.map((line) => ({ ...line, templateId })),
    sideGoods: Object.fromEntries(sides),
    templates: { [templateId]: { name: '同城配送', terms } },
  };
}

/** The quote with its ride in words that people know. */
export function cityTold(quote: Quote, { band }: CityOffer): Quote {
  const freight = quote.freight.map((part) => ({ ...part, working: cityWorking(band, part.fen) }));
  return { ...quote, freight };
}

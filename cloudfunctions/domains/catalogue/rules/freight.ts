import { fen, sumFen, yuanText, zeroFen, type Fen } from '../../../kit/money';

/** What one band of places pays: the first step, each further step begun, and free from an amount of goods. */
export interface FreightBand {
  firstFen: number;
  nextFen: number;
  freeOverFen: number | null;
}

/** How a template charges: by grams or by pieces, in steps; places with other prices; places not served. */
export interface FreightTerms extends FreightBand {
  by: 'weight' | 'pieces';
  /** The first step: grams or pieces that the first price covers. */
  first: number;
  /** Each further step: grams or pieces. */
  next: number;
  /** Provinces by their first two digits of the region code, such as `65`. */
  elsewhere: ({ provinces: string[] } & FreightBand)[];
  notServed: string[];
}

/** Goods that travel under one template. */
export interface FreightLoad {
  templateId: string;
  name: string;
  terms: FreightTerms;
  goodsFen: number;
  pieces: number;
  grams: number;
}

/** Freight of one load with its working in words. `fen` is null where the template does not deliver. */
export interface FreightPart {
  templateId: string;
  name: string;
  fen: Fen | null;
  working: string;
  /** What is missing to free freight, in fen; null when it is free or never becomes free. */
  shortFen: Fen | null;
}

/** Freight of one load to a region code of six digits. */
export function freightOf(load: FreightLoad, regionCode: string): FreightPart {
  const { templateId, name, terms } = load;
  const province = regionCode.slice(0, 2);
  if (terms.notServed.includes(province)) {
    return { templateId, name, fen: null, working: `${name}：该地区暂不配送`, shortFen: null };
  }
  const band = terms.elsewhere.find((place) => place.provinces.includes(province)) ?? terms;
  if (band.freeOverFen !== null && load.goodsFen >= band.freeOverFen) {
    const why = band.freeOverFen === 0 ? '包邮' : `满 ¥${yuanText(band.freeOverFen)} 包邮`;
    return { templateId, name, fen: zeroFen, working: `${name}：${why}`, shortFen: null };
  }
  const amount = terms.by === 'weight' ? load.grams : load.pieces;
  const further = Math.max(0, Math.ceil((amount - terms.first) / terms.next));
  const charged = fen(band.firstFen + further * band.nextFen);
  const shortFen = band.freeOverFen === null ? null : fen(band.freeOverFen - load.goodsFen);
  return {
    templateId,
    name,
    fen: charged,
    working: `${name}：${stepText(terms, band, amount, further)}`,
    shortFen,
  };
}

/** The freight of all loads; null when one of them is not delivered there. */
export function totalFreight(parts: readonly FreightPart[]): Fen | null {
  if (parts.some((part) => part.fen === null)) return null;
  return sumFen(parts.map((part) => part.fen ?? 0));
}

function stepText(terms: FreightTerms, band: FreightBand, amount: number, further: number): string {
  const unit = (value: number) => (terms.by === 'weight' ? `${value / 1000} 千克` : `${value} 件`);
  const first = `共 ${unit(amount)}，首 ${unit(terms.first)} ¥${yuanText(band.firstFen)}`;
  return further === 0 ? first : `${first}，续 ${further} × ¥${yuanText(band.nextFen)}`;
}

/** What a template promises in one line on a product's page. */
export function freightLine(terms: FreightTerms): string {
  if (terms.freeOverFen === 0 || (terms.firstFen === 0 && terms.nextFen === 0)) return '包邮';
  const from = `运费 ¥${yuanText(terms.firstFen)} 起`;
  return terms.freeOverFen === null ? from : `满 ¥${yuanText(terms.freeOverFen)} 包邮，不满${from}`;
}

import { plainText } from '../../../kit/text';

/** Regions by code of six digits: provinces end in 0000, cities in 00. */
export interface RegionNames {
  provinces: Readonly<Record<string, string>>;
  cities: Readonly<Record<string, string>>;
  districts: Readonly<Record<string, string>>;
}

/** What a pasted text says; what was not recognised is empty. */
export interface RecognisedAddress {
  name: string;
  phone: string;
  regionCode: string;
  province: string;
  city: string;
  district: string;
  detail: string;
}

interface Found {
  code: string;
  name: string;
  start: number;
  end: number;
}

const labels =
  /(?:收件人|收货人|联系人|姓名|手机号码|手机号|手机|联系电话|电话|所在地区|地区|详细地址|收货地址|地址)\s*[:：]?\s*/g;
const phones = /(?:\+?86[-\s]?)?(1[3-9]\d)[-\s]?(\d{4})[-\s]?(\d{4})(?!\d)/;
const municipality = /^(11|12|31|50)/;

/** Recognises name, phone, region and street in a text that was pasted in one piece, in any order. */
export function recogniseAddress(text: string, regions: RegionNames): RecognisedAddress {
  const cleaned = plainText(text).replace(labels, ' ');
  const phone = phones.exec(cleaned);
  const rest = phone === null ? cleaned : cleaned.replace(phone[0], ' ');
  const place = findPlace(rest, regions);
  const pieces =
    place === null ? rest : `${rest.slice(0, place.start)} \u0001${rest.slice(place.end)}`;
  const { name, detail } = nameAndDetail(
    pieces.split(/[\s,，;；、]+/).filter((piece) => piece !== ''),
  );
  return {
    name,
    phone: phone === null ? '' : `${phone[1]}${phone[2]}${phone[3]}`,
    regionCode: place?.regionCode ?? '',
    province: place?.province ?? '',
    city: place?.city ?? '',
    district: place?.district ?? '',
    detail,
  };
}

/** The street is the piece behind the region and what follows it; the name is a short piece elsewhere. */
function nameAndDetail(pieces: readonly string[]): { name: string; detail: string } {
  const street = pieces.findIndex((piece) => piece.includes('\u0001'));
  const isName = (piece: string) =>
    /^[\p{Script=Han}·]{2,6}$|^[A-Za-z][A-Za-z .]{1,20}$/u.test(piece) &&
    !/[路街巷弄号室栋楼村]/.test(piece);
  const before = pieces.findIndex((piece, index) => index < street && isName(piece));
  const last = pieces.length - 1;
  const nameAt =
    before >= 0 ? before : isName(pieces[last] ?? '') ? last : pieces.findIndex(isName);
  const detail = pieces
    .filter((_, index) => index !== nameAt && (street < 0 || index >= street))
    .join(' ');
  return { name: pieces[nameAt] ?? '', detail: detail.replace('\u0001', '').trim() };
}

function findPlace(text: string, regions: RegionNames) {
  const province = earliest(text, regions.provinces, '', 0);
  const inProvince = province?.code.slice(0, 2) ?? '';
  const from = province?.end ?? 0;
  const city = earliest(text, regions.cities, inProvince, municipality.test(inProvince) ? 0 : from);
  const inCity =
    city === null || municipality.test(inProvince) ? inProvince : city.code.slice(0, 4);
  const district = earliest(
    text,
    regions.districts,
    inCity,
    Math.max(from, municipality.test(inProvince) ? from : (city?.end ?? 0)),
  );
  const narrowest = district ?? city;
  if (narrowest === null) return null;
  const start = Math.min(
    province?.start ?? narrowest.start,
    city?.start ?? narrowest.start,
    narrowest.start,
  );
  const code = narrowest.code;
  return {
    regionCode: district?.code ?? '',
    province: regions.provinces[`${code.slice(0, 2)}0000`] ?? '',
    city: regions.cities[`${code.slice(0, 4)}00`] ?? '',
    district: district?.name ?? '',
    start,
    end: Math.max(narrowest.end, city?.end ?? 0),
  };
}

/** The region whose name stands first in the text from `from` on; of those at one place, the longest. */
function earliest(
  text: string,
  names: Readonly<Record<string, string>>,
  prefix: string,
  from: number,
): Found | null {
  let best: Found | null = null;
  for (const [code, name] of Object.entries(names)) {
    if (!code.startsWith(prefix)) continue;
    for (const alias of aliases(name)) {
      const start = text.indexOf(alias, from);
      if (start < 0) continue;
      const found = { code, name, start, end: start + alias.length };
      if (best === null || start < best.start || (start === best.start && found.end > best.end))
        best = found;
    }
  }
  return best;
}

/** A region's name and the short form that people write: 上海市 and 上海, 广西壮族自治区 and 广西. */
function aliases(name: string): string[] {
  const short = name.replace(/(?:壮族|回族|维吾尔)?自治区$|特别行政区$|省$|市$|地区$/u, '');
  return short !== name && short.length >= 2 ? [name, short] : [name];
}

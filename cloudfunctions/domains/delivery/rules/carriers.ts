/**
 * The carriers a shop ships with. A code is the `delivery_id` of WeChat's shipping duty; `words` are what people write
 * in tables, and `forms` are the forms of its numbers: those with letters name the carrier, plain digits are shared.
 */
const table = {
  SF: { name: '顺丰速运', words: ['顺丰'], forms: [/^SF\d{12,13}$/, /^\d{12}$/] },
  ZTO: { name: '中通快递', words: ['中通'], forms: [/^7[3-9]\d{12}$/, /^[2-6]\d{11}$/] },
  YTO: { name: '圆通速递', words: ['圆通'], forms: [/^YT\d{13}$/, /^8\d{17}$/] },
  YD: { name: '韵达速递', words: ['韵达'], forms: [/^[34]\d{14}$/, /^[3-5]\d{12}$/] },
  STO: { name: '申通快递', words: ['申通'], forms: [/^77\d{13}$/, /^[2-8]68\d{9}$/, /^55\d{11}$/] },
  JTSD: { name: '极兔速递', words: ['极兔'], forms: [/^(JT|UT)\d{13}$/] },
  EMS: { name: 'EMS', words: ['ems', '邮政特快'], forms: [/^E[A-Z]\d{9}CN$/, /^1[0-3]\d{11}$/] },
  YZPY: { name: '邮政快递包裹', words: ['邮政'], forms: [/^[KPR][A-Z]\d{9}CN$/, /^9[5-9]\d{11}$/] },
  JDL: { name: '京东快递', words: ['京东'], forms: [/^JD[0-9A-Z]{11,15}$/] },
  DBL: { name: '德邦快递', words: ['德邦'], forms: [/^DPK\d{12,13}$/, /^\d{9,10}$/] },
} as const;

export type CarrierCode = keyof typeof table;

/** Every carrier's code, in the order in which people are offered them. */
export const carrierCodes = Object.keys(table) as [CarrierCode, ...CarrierCode[]];

/** A carrier's name, as people know it. */
export function carrierName(code: CarrierCode): string {
  return table[code].name;
}

/** A tracking number as it is kept: capitals, without spaces; null when it cannot be one. */
export function cleanNumber(typed: string): string | null {
  const number = typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  return /^[0-9A-Z-]{6,32}$/.test(number) && /\d{4}/.test(number) ? number : null;
}

/** The carriers that give out numbers of this form; none when nobody known does. */
export function carriersOf(number: string): CarrierCode[] {
  return carrierCodes.filter((code) => table[code].forms.some((form) => form.test(number)));
}

/** The carrier that somebody named, by its code, its name or how people call it; null when it is none of them. */
export function carrierNamed(said: string): CarrierCode | null {
  const word = said.normalize('NFKC').trim().toLowerCase();
  if (word === '') return null;
  const byCode = carrierCodes.find((code) => code.toLowerCase() === word);
  return byCode ?? carrierCodes.find((code) => isCalled(code, word)) ?? null;
}

function isCalled(code: CarrierCode, word: string): boolean {
  return table[code].words.some((one) => word.startsWith(one) || word === `${one}快递`);
}

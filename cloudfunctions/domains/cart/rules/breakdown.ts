import { fen, sumFen, type Fen } from '../../../kit/money';
import type { Saving, Unused, UnusedCode } from './quoted';

/** One line of a breakdown; `fen` is signed, and all lines sum to what is due. */
export interface BreakdownPart {
  id: string;
  of: 'goods' | 'saving' | 'freight' | 'stored';
  name: string;
  fen: Fen;
}

/** The amounts of a quote, in fen, be it fresh or as it travels. */
interface Amounts {
  listFen: number;
  savings: readonly (Omit<Saving, 'fen'> & { fen: number })[];
  freightFen: number;
  freightOffFen: number;
  storedFen: { principalFen: number; giftFen: number };
}

const freightKinds: readonly Saving['kind'][] = ['free_freight', 'freight_coupon'];

/**
 * Every amount of a quote below each other: goods at list prices, each saving by its name, freight before and
 * what takes it off, stored value. They sum to `dueFen`; what takes off nothing is left out.
 */
export function breakdownOf(quoted: Amounts): BreakdownPart[] {
  const { listFen, savings, freightFen, freightOffFen, storedFen } = quoted;
  const real = savings.filter((saving) => saving.fen !== 0);
  const storedTotal = sumFen([storedFen.principalFen, storedFen.giftFen]);
  return [
    { id: 'goods', of: 'goods', name: '商品金额', fen: fen(listFen) },
    ...real.filter(({ kind }) => !freightKinds.includes(kind)).map(saved),
    { id: 'freight', of: 'freight', name: '运费', fen: sumFen([freightFen, freightOffFen]) },
    ...real.filter(({ kind }) => freightKinds.includes(kind)).map(saved),
    ...(storedTotal === 0
      ? []
      : [{ id: 'stored', of: 'stored' as const, name: '储值支付', fen: fen(-storedTotal) }]),
  ];
}

function saved({ ruleId, kind, say, fen: offFen }: Amounts['savings'][number]): BreakdownPart {
  return { id: `${kind} ${ruleId}`, of: 'saving', name: say, fen: fen(-offFen) };
}

/** Why nobody needs to hear of an offer here: it was never about these goods or this moment. */
const besideThePoint: readonly UnusedCode[] = [
  'wrong_goods',
  'not_started',
  'ended',
  'no_freight',
  'better_price',
];

/** The offers that were not used and why, those worth telling; `others` counts the rest. */
export function unusedToTell<T extends Pick<Unused, 'code'>>(
  unused: readonly T[],
): { told: T[]; others: number } {
  const told = unused.filter(({ code }) => !besideThePoint.includes(code));
  return { told, others: unused.length - told.length };
}

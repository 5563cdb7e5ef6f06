import { minute, second } from '../../../../kit/time';
import { digits } from '../history/money';
import { codeFrom, idAt, type Chance } from '../random';
import type { Dealings } from '../types';

type Entry = Dealings['walletEntries'][number];
type Recharge = Dealings['recharges'][number];

/** One member's stored value: principal and gift, and every entry that made them so; amounts in fen. */
export interface Purse {
  readonly principalFen: () => number;
  readonly giftFen: () => number;
  readonly entries: readonly Entry[];
  readonly recharges: readonly Recharge[];
  /** She pays a plan, and the shop adds its gift. */
  recharge(plan: { payFen: number; giftFen: number }, atMs: number, number: string): void;
  /** Both purses pay an order that was placed at `heldAt` and paid at `paidAt`. */
  pay(
    parts: { principalFen: number; giftFen: number },
    orderId: string,
    heldAt: number,
    paidAt: number,
  ): void;
}

/** An empty purse. */
export function emptyPurse(memberId: string, chance: Chance): Purse {
  const have = { principal: 0, gift: 0 };
  const entries: Entry[] = [];
  const recharges: Recharge[] = [];
  const move = (moved: Omit<Entry, 'entryId' | 'memberId'>) => {
    if (moved.fen === 0) return;
    entries.push({ entryId: idAt(chance, moved.madeAt), memberId, ...moved });
    if (moved.fromAccount === 'member') have[moved.purse] -= moved.fen;
    if (moved.toAccount === 'member') have[moved.purse] += moved.fen;
  };
  return {
    principalFen: () => have.principal,
    giftFen: () => have.gift,
    entries,
    recharges,
    recharge({ payFen, giftFen }, atMs, number) {
      const rechargeId = idAt(chance, atMs);
      const paidAt = atMs + chance.whole(8, 60) * second;
      recharges.push({
        ...{ rechargeId, number, memberId, principalFen: payFen, giftFen },
        state: 'paid',
        transactionId: `4200${digits(chance, 6)}${number.slice(1, 9)}${digits(chance, 10)}`,
        key: codeFrom(chance, 24),
        madeAt: atMs,
        expiresAt: atMs + 15 * minute,
        paidAt,
      });
      const why = { cause: 'recharge', causeId: rechargeId, madeAt: paidAt };
      const given = { fromAccount: 'shop' as const, toAccount: 'member' as const, ...why };
      move({ purse: 'principal', fen: payFen, ...given });
      move({ purse: 'gift', fen: giftFen, ...given });
    },
    pay({ principalFen, giftFen }, orderId, heldAt, paidAt) {
      const why = { cause: 'order', causeId: orderId };
      for (const [purse, fen] of [
        ['principal', principalFen],
        ['gift', giftFen],
      ] as const) {
        move({ purse, fen, fromAccount: 'member', toAccount: 'held', ...why, madeAt: heldAt });
        move({ purse, fen, fromAccount: 'held', toAccount: 'spent', ...why, madeAt: paidAt });
      }
    },
  };
}

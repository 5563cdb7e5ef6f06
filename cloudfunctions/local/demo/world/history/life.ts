import type { Account } from '../dealings/account';
import type { Chance } from '../random';
import type { Address, Member, ShopWorld } from '../types';
import type { Taste } from './buying';
import type { Ties } from './ties';

/** A member's history while it is told. */
export interface Life {
  readonly world: ShopWorld;
  readonly index: number;
  readonly chance: Chance;
  readonly member: Member;
  readonly visitorId: string;
  readonly addresses: readonly Address[];
  readonly taste: Taste;
  readonly ties: Ties;
  readonly account: Account;
}

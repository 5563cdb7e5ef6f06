/**
 * Why points, growth and coupons come, in the words of the rooms that give them: what a member has from the demo's
 * past is never given again.
 */
export const causes = {
  /** An order was completed; the id is the order's. */
  completed: 'order',
  /** Points paid an order; the id is the order's. */
  pays: 'order',
  /** A day was signed; the id is the day. */
  signIn: 'sign_in',
  /** A streak was reached; the id is its last day. */
  streak: 'streak',
  /** The profile was finished; the id is this word too. */
  profile: 'profile',
  /** The birthday; the id is its year. */
  birthday: 'birthday',
  /** Points bought a coupon; the id is the coupon's. */
  exchange: 'exchange',
  /** Points that the shop gave for a while, to welcome somebody or to see her again; the id says which. */
  gift: 'gift',
} as const;

import type { Flow } from '../../kit/flow';

export type RechargeState = 'unpaid' | 'paid' | 'closed';
type RechargeStep = 'pay' | 'expire';

/** The life of a recharge. Money that comes after it closed is the member's all the same. */
export const rechargeFlow: Flow<RechargeState, RechargeStep> = {
  unpaid: { pay: 'paid', expire: 'closed' },
  closed: { pay: 'paid' },
  paid: {},
};

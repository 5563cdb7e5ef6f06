/** A movement in the ledger as far as its sentence goes. */
interface Movement {
  from: string;
  to: string;
  cause: string;
}

const causes: Readonly<Record<string, string>> = {
  order: '交易完成获得',
  sign_in: '签到',
  streak: '连续签到奖励',
  profile: '完善资料',
  review: '评价奖励',
  referral: '推荐好友奖励',
  birthday: '生日礼',
  gift: '店铺赠送',
  exchange: '积分兑换',
  refund: '退款扣回',
  expired: '到期失效',
};

/** What moved a member's points, in her words. */
export function movementText({ from, to, cause }: Movement): string {
  if (to === 'held') return cause === 'exchange' ? '积分兑换' : '订单抵扣';
  if (from === 'held') return '订单取消退回';
  if (from === 'spent') return '退款退回';
  return causes[cause] ?? '积分变动';
}

import type { AfterSaleKind, AfterSaleState } from '../flow';

/** Reasons that a shopper may give, by kind: the word that is kept, and how people read it. */
export const reasonsOf: Readonly<Record<AfterSaleKind, Readonly<Record<string, string>>>> = {
  refund_only: {
    not_wanted: '不想要了',
    wrong_choice: '拍错、多拍或信息填错',
    too_slow: '发货太慢',
    not_received: '没有收到货',
    missing: '少件、漏发',
    damaged: '商品破损、有污渍',
    other: '其他原因',
  },
  return_refund: {
    no_reason: '七天无理由退货',
    not_fitting: '尺码、大小不合适',
    not_as_shown: '与描述不符',
    quality: '质量问题',
    damaged: '商品破损、有污渍',
    wrong_goods: '发错商品',
    other: '其他原因',
  },
  exchange: {
    not_fitting: '尺码、大小不合适',
    other_spec: '想换其他规格',
    quality: '质量问题',
    damaged: '商品破损、有污渍',
    wrong_goods: '发错商品',
    other: '其他原因',
  },
};

export const kindNames: Readonly<Record<AfterSaleKind, string>> = {
  refund_only: '仅退款',
  return_refund: '退货退款',
  exchange: '换货',
};

/** How a reason reads. */
export function reasonText(kind: AfterSaleKind, reason: string): string {
  return reasonsOf[kind][reason] ?? '其他原因';
}

/** What a state is called, in few words. */
export function stateName(kind: AfterSaleKind, state: AfterSaleState): string {
  if (state === 'agreed') return '待寄回';
  if (state === 'received') return kind === 'exchange' ? '待商家寄出' : '商家已收货';
  return names[state];
}

const names: Readonly<Record<Exclude<AfterSaleState, 'agreed' | 'received'>, string>> = {
  asked: '待商家处理',
  returned: '待商家收货',
  sent: '换货已寄出',
  refunding: '退款中',
  done: '已完成',
  refused: '商家已拒绝',
  withdrawn: '已撤销',
  lapsed: '已关闭',
};

/** What happened, in the words of the timeline. */
export function eventText(event: { step: string; actor: string; reason: string }): string {
  const said =
    event.actor === 'timer' && event.step in bySelf ? bySelf[event.step] : texts[event.step];
  return event.reason === '' ? (said ?? '售后有更新') : `${said ?? '售后有更新'}：${event.reason}`;
}

const bySelf: Readonly<Record<string, string>> = {
  agree: '商家超时未处理，系统已同意',
  resume: '商家超时未处理，系统已同意',
  receive: '商家超时未确认，系统已确认收货',
  refuse: '系统未能同意',
  finish: '已自动确认收到换货',
};

const texts: Readonly<Record<string, string>> = {
  ask: '提交申请',
  open: '商家发起售后',
  agree: '商家已同意',
  resume: '商家已同意，等待验收退回的商品',
  refuse: '商家已拒绝',
  withdraw: '申请已撤销',
  lapse: '超时未寄回，售后关闭',
  give_tracking: '已寄回商品',
  receive: '商家已收到退回的商品',
  send: '商家已寄出换货',
  refund: '退款已发起',
  finish: '售后完成',
  again: '再次申请，请商家复核',
  note: '商家备注',
  guide_note: '导购备注',
};

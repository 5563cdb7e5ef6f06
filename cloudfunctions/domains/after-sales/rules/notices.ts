import { day } from '../../../kit/time';
import type { AfterSaleKind } from '../flow';
import { kindNames } from './words';

/** A step that was taken, with what a notice may say of it. */
export interface MovedFacts {
  kind: AfterSaleKind;
  step: string;
  actor: string;
  refusal: string;
  /** The whole sum as text, and what of it WeChat Pay sends back (fen): the payments room tells of that. */
  total: string;
  wechatFen: number;
}

interface Notice {
  title: string;
  body: string;
}

/** What the shopper is told of a step; null where she took it herself, or hears of it otherwise. */
export function memberNotice(moved: MovedFacts, returnWithinMs: number): Notice | null {
  const { kind, step, actor, refusal, total, wechatFen } = moved;
  const refund = kind !== 'exchange';
  switch (step) {
    case 'open':
      return {
        title: '商家为您发起了售后',
        body: `${kindNames[kind]}已为您办理，可在售后里查看进度`,
      };
    case 'agree': {
      if (kind === 'refund_only') return null;
      const days = Math.round(returnWithinMs / day);
      return { title: '售后申请已同意', body: `请在 ${days} 天内寄回商品，并填写运单号` };
    }
    case 'resume':
      return { title: '复核已通过', body: '商家将验收您寄回的商品' };
    case 'refuse':
      return { title: '售后申请未通过', body: `${refusal}；如有异议，可以再次申请一次` };
    case 'lapse':
      return { title: '售后已关闭', body: '超时未寄回商品，售后已关闭；售后期内可以重新申请' };
    case 'refund':
      return wechatFen > 0
        ? { title: '退款已发起', body: `${total} 正在原路退回，一般几分钟内到账` }
        : null;
    case 'receive':
      return kind === 'exchange'
        ? { title: '已收到您寄回的商品', body: '商家将尽快为您寄出换货' }
        : null;
    case 'send':
      return { title: '换货已寄出', body: '收到后请在售后里确认' };
    case 'finish':
      if (refund)
        return wechatFen > 0 ? null : { title: '退款已完成', body: `${total} 已退回您的账户` };
      return actor === 'timer' ? { title: '换货已完成', body: '已自动确认收到换货' } : null;
    default:
      return null;
  }
}

/** What the order's guide is told: when something begins, when it needs her, and when it is over. */
export function guideNotice({ kind, step }: MovedFacts): Notice | null {
  const name = kindNames[kind];
  switch (step) {
    case 'ask':
    case 'open':
      return { title: '您的顾客申请了售后', body: `${name}，可在售后列表里查看并协助` };
    case 'again':
      return { title: '您的顾客再次申请售后', body: `${name}被拒绝后再次申请，请协助沟通` };
    case 'refuse':
      return { title: '顾客的售后未通过', body: `${name}未通过，请向顾客说明原因` };
    case 'finish':
      return { title: '顾客的售后已完成', body: `${name}已办理完成，可以回访顾客` };
    default:
      return null;
  }
}

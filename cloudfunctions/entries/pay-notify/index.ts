import { ForgedNotice } from '../../platform/wechat-pay/errors';
import type { Transaction } from '../../platform/wechat-pay/transaction';
import { newId } from '../../platform/ids';
import { inRequest } from '../../platform/request';
import { settlePayment } from '../../domains/orders/usecases/pay';
import { isRechargeNumber } from '../../domains/wallet/rules/recharge';
import { settleRecharge } from '../../domains/wallet/usecases/settle';
import { noticeRefund } from '../../domains/payments/usecases/refunds';
import type { World } from '../../domains/registry';
import { closeInstance, instance, worldOf } from '../shop';

/** An HTTP request as the host hands it over: the body byte for byte. */
export interface Arrival {
  method: string;
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  rawBody: string | Uint8Array;
  requestId?: string;
  clockOffsetMs?: number;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * A notice of WeChat Pay. One that cannot be believed is answered 401 and changes nothing; one that is
 * believed is answered 204 whatever the shop makes of it; only a defect (500) asks WeChat to send it again.
 */
export async function handle(arrival: Arrival): Promise<Reply> {
  return inRequest(arrival.requestId ?? newId(), async () => {
    try {
      const world = await worldOf(arrival);
      const notice = world.ports.pay.readNotice({
        headers: arrival.headers,
        rawBody: arrival.rawBody,
      });
      if (notice.kind === 'transaction') await settle(world, notice.transaction);
      else await noticeRefund(world, notice.refund);
      return { status: 204 };
    } catch (fault) {
      if (fault instanceof ForgedNotice) return refusal(401, '签名验证失败');
      instance().log.error('pay_notify.defect', {
        reason: fault instanceof Error ? fault.message : String(fault),
      });
      return refusal(500, '系统错误');
    }
  });
}

/** A number says by its first letter what the money is for. */
async function settle(world: World, transaction: Transaction): Promise<void> {
  if (isRechargeNumber(transaction.outTradeNo)) await settleRecharge(world, transaction);
  else await settlePayment(world, transaction);
}

function refusal(status: number, message: string): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code: 'FAIL', message }),
  };
}

export { closeInstance as close };

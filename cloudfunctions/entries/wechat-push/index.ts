import { ForgedPush } from '../../platform/wechat/errors';
import type { PushMessage } from '../../platform/wechat/push';
import { newId } from '../../platform/ids';
import { inRequest } from '../../platform/request';
import { receiptFromWeChat } from '../../domains/delivery/usecases/receipt';
import { tellStaff } from '../../domains/guides/usecases/tell';
import { judgePicture } from '../../domains/media/usecases/check';
import type { World } from '../../domains/registry';
import { closeInstance, instance, worldOf } from '../shop';

/** An HTTP request as the host hands it over: `search` is the address's query, the body stands byte for byte. */
export interface Arrival {
  method: string;
  search: string;
  rawBody: string | Uint8Array;
  requestId?: string;
  clockOffsetMs?: number;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

const text = { 'Content-Type': 'text/plain; charset=utf-8' };

/**
 * A message that WeChat pushes. One that cannot be believed is answered 401 and changes nothing; one that is
 * believed is answered `success`, also when nobody here cares; only a defect (500) asks WeChat to send it again.
 */
export async function handle(arrival: Arrival): Promise<Reply> {
  return inRequest(arrival.requestId ?? newId(), async () => {
    const query = new URLSearchParams(arrival.search);
    try {
      const world = await worldOf(arrival);
      const { wechat } = world.ports;
      if (arrival.method === 'GET') return said(200, wechat.answerEcho(query));
      await receive(world, wechat.readPush({ query, rawBody: arrival.rawBody }));
      return said(200, 'success');
    } catch (fault) {
      if (fault instanceof ForgedPush) return said(401, 'refused');
      instance().log.error('wechat_push.defect', {
        reason: fault instanceof Error ? fault.message : String(fault),
      });
      return said(500, 'failed');
    }
  });
}

/** Each kind of message has its room; what no room waits for is noted. */
async function receive(world: World, message: PushMessage): Promise<void> {
  if (message.kind === 'mediaChecked') return judgePicture(world, message);
  if (message.kind === 'other') {
    world.log.info('wechat_push.passed_over', { event: message.event });
    return;
  }
  if (message.kind === 'settlement' && message.confirmedAtMs !== null) {
    const { transactionId, confirmedAtMs: atMs } = message;
    await receiptFromWeChat(world, { transactionId, atMs });
  }
  if (message.kind === 'remindShipping') await remindManagers(world, message.outTradeNo);
  world.log.info('wechat_push.order', { kind: message.kind, number: message.outTradeNo });
}

/** WeChat keeps the money back while shipping is not reported: managers hear which order it waits for. */
async function remindManagers(world: World, number: string): Promise<void> {
  const body = `订单 ${number} 还没有上报发货，微信暂不结算，请尽快发货`;
  const notice = { kind: 'shipping', title: '微信提醒发货', body, orderId: null, cause: number };
  await tellStaff(world, world.db, { managersOf: null }, notice);
}

function said(status: number, body: string): Reply {
  return { status, headers: text, body };
}

export { closeInstance as close };

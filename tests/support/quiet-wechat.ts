import type {
  SubscribeMessage,
  Verdict,
  WechatClient,
} from '../../cloudfunctions/platform/wechat/client';
import type { ShippingInfo } from '../../cloudfunctions/platform/wechat/shipping';

/** WeChat's server API for tests that need no wire: keeps what it was told, and fails when it is told to. */
export function quietWechat() {
  const messages: SubscribeMessage[] = [];
  const texts: string[] = [];
  const pictures: { mediaUrl: string; traceId: string }[] = [];
  const shipments: ShippingInfo[] = [];
  const confirmations: number[] = [];
  /** What the next calls throw, one each; a call that throws does nothing. */
  const faults: Error[] = [];
  const verdicts: Verdict[] = [];
  const told = <T>(work: () => T): Promise<T> => {
    const fault = faults.shift();
    return fault === undefined ? Promise.resolve(work()) : Promise.reject(fault);
  };
  const wechat: WechatClient = {
    sendSubscribe: (message) => told(() => void messages.push(message)),
    checkText: ({ content }) =>
      told(() => {
        texts.push(content);
        return verdicts.shift() ?? 'pass';
      }),
    checkMedia: ({ mediaUrl }) =>
      told(() => {
        const traceId = `trace-${pictures.length + 1}-${mediaUrl}`;
        pictures.push({ mediaUrl, traceId });
        return { traceId };
      }),
    uploadShippingInfo: (info) => told(() => void shipments.push(info)),
    notifyConfirmReceive: (_order, receivedAtMs) =>
      told(() => void confirmations.push(receivedAtMs)),
    answerEcho: () => {
      throw new Error('no messages come over this wire');
    },
    readPush: () => {
      throw new Error('no messages come over this wire');
    },
  };
  return { ...wechat, messages, texts, pictures, shipments, confirmations, faults, verdicts };
}

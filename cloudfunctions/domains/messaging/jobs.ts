import { WechatRefused, WechatUnavailable } from '../../platform/wechat/errors';
import { openidsOf } from '../members/usecases/by-id';
import type { Events, Tx, World } from '../registry';
import { messageFor } from './usecases/queue';
import { settle, type Ended } from './usecases/settle';
import { takeNext, type Taken } from './usecases/take';

/** How many messages one run sends, and how many at the same time: a run ends well within its minute. */
const mostAtOnce = 120;
const lanes = 4;
/** After so many calls that WeChat did not answer, the rest waits for the next run, which must end in its time. */
const mostSilences = 4;

interface Run {
  left: number;
  arrived: number;
  silences: number;
  goesOn: boolean;
}

/** Sends messages that are due and that the gate lets through; answers how many arrived. Safe to run twice at once. */
export async function sendMessages(world: World): Promise<number> {
  const run: Run = { left: mostAtOnce, arrived: 0, silences: 0, goesOn: true };
  await Promise.all(Array.from({ length: lanes }, () => sendInTurn(world, run)));
  return run.arrived;
}

async function sendInTurn(world: World, run: Run): Promise<void> {
  while (run.goesOn && run.left > 0) {
    run.left -= 1;
    const taken = await takeNext(world);
    if (taken === 'nothing') return;
    if (taken === 'held') continue;
    const ended = await send(world, taken);
    if (ended.arrived) run.arrived += 1;
    else if (ended.fault instanceof WechatUnavailable) run.silences += 1;
    const isOpen = await settle(world, taken, ended);
    if (!isOpen || run.silences >= mostSilences) run.goesOn = false;
  }
}

async function send(world: World, taken: Taken): Promise<Ended> {
  const { ports, log } = world;
  const { messageId, memberId, templateId, page, data } = taken;
  try {
    const openid = (await openidsOf(world, [memberId])).get(memberId) ?? '';
    await ports.wechat.sendSubscribe({ openid, templateId, page, data });
    return { arrived: true };
  } catch (fault) {
    // WeChat's own no's stand in the log already; anything else is a defect, and the message waits for its mending.
    const known = fault instanceof WechatRefused || fault instanceof WechatUnavailable;
    const reason = fault instanceof Error ? fault.name : '';
    if (!known) log.error('message.defect', { message: messageId, reason });
    return { arrived: false, fault };
  }
}

/** Coupons end soon: their owner hears of it, while they last. */
export async function messageCouponsEnding(
  world: World,
  tx: Tx,
  { memberId, coupons, endsAt }: Events['coupons.ending'],
): Promise<void> {
  const about = { kind: 'coupon_ending' as const, coupons, endsAt };
  await messageFor(world, tx, { memberId, about, causeId: String(endsAt), goodUntil: endsAt });
}

/** Points end soon: their owner hears of it, while they last. */
export async function messagePointsEnding(
  world: World,
  tx: Tx,
  { memberId, points, endsAt }: Events['points.ending'],
): Promise<void> {
  const about = { kind: 'points_ending' as const, points, endsAt };
  await messageFor(world, tx, { memberId, about, causeId: String(endsAt), goodUntil: endsAt });
}

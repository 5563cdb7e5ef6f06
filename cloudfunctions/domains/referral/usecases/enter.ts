import { transact } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import { guideCard } from '../../guides/usecases/stores';
import type { VisitorContext } from '../../registry';
import { channelOf } from '../rules/channel';
import { ShareId, type Enter, type Target } from '../schema';
import { addTouch, addVisitorJoin, findShare } from '../store';
import { bindByTouch } from './bind';

/** Records an entry into the shop, by a card or without one, and says whose card it was and what it shows. */
export async function enter(context: VisitorContext, entry: Enter) {
  const share = await knownShare(context, entry.shareId);
  const guideId =
    share === undefined ||
    share.guideLeftAt !== null ||
    share.guideId === context.caller?.staff?.staffId
      ? null
      : share.guideId;
  await recordTouch(context, entry, { share, guideId });
  return {
    guide: await guideCard(context, guideId),
    target: share === undefined ? null : targetOf(share),
  };
}

type Share = Awaited<ReturnType<typeof findShare>>;

/** A damaged, foreign or unknown id is an entry without a card. */
async function knownShare(
  { db, shop }: VisitorContext,
  shareId: string | undefined,
): Promise<Share> {
  const read = ShareId.safeParse(shareId);
  return read.success ? findShare(db, shop.shopId, read.data) : undefined;
}

async function recordTouch(
  context: VisitorContext,
  entry: Enter,
  { share, guideId }: { share: Share; guideId: string | null },
): Promise<void> {
  const { db, shop, caller, nowMs } = context;
  const touch = {
    shopId: shop.shopId,
    touchId: newId(),
    shareId: share?.shareId ?? null,
    guideId,
    memberId: caller?.memberId ?? null,
    visitorId: entry.visitorId,
    scene: entry.scene,
    channel: channelOf(entry.scene, share?.channel ?? null),
    groupId: entry.groupId ?? null,
    touchedAt: nowMs,
  };
  if (caller === null) return addTouch(db, touch);
  await transact(db, async (tx) => {
    await addTouch(tx, touch);
    await addVisitorJoin(tx, {
      shopId: shop.shopId,
      visitorId: entry.visitorId,
      memberId: caller.memberId,
      joinedAt: nowMs,
    });
    if (
      guideId === null ||
      share?.storeId === undefined ||
      share.storeId === null ||
      caller.staff?.role === 'guide'
    )
      return;
    await bindByTouch(context, tx, caller.memberId, {
      guideId,
      storeId: share.storeId,
      touchId: touch.touchId,
    });
  });
}

function targetOf(share: NonNullable<Share>): Target {
  return share.targetKind === 'product' && share.targetId !== null
    ? { kind: 'product', productId: share.targetId }
    : { kind: 'home' };
}

import { pageOf, placeBehind } from '../../../kit/cursor';
import { productsById } from '../../catalogue/usecases/by-id';
import { membersById } from '../../members/usecases/by-id';
import type { StaffContext } from '../../registry';
import type { ListVisits } from '../schema';
import { listGuideTouches } from '../store';

const pageSize = 20;

/** Who came by which of my cards, newest first. */
export async function listVisits(context: StaffContext, { cursor }: ListVisits) {
  const { db, shop, caller } = context;
  const after = placeBehind(cursor);
  const found = await listGuideTouches(
    db,
    { shopId: shop.shopId, guideId: caller.staff.staffId },
    after,
    pageSize + 1,
  );
  const { rows, next } = pageOf(found, pageSize, (row) => ({
    value: row.touchedAt,
    id: row.touchId,
  }));
  const [people, goods] = await Promise.all([
    membersById(
      context,
      rows.flatMap((row) => [row.memberId, row.sharerId]),
    ),
    productsById(
      context,
      rows.map((row) => row.targetId),
    ),
  ]);
  const items = rows.flatMap((row) => {
    const who = people.get(row.memberId ?? '');
    const product = goods.get(row.targetId ?? '');
    const isMine = row.sharerId === caller.memberId;
    return {
      touchId: row.touchId,
      touchedAt: row.touchedAt,
      who: who?.nickname ?? '访客',
      avatarUrl: who?.avatarUrl ?? '',
      isMember: who !== undefined,
      scene: row.scene,
      channel: row.channel,
      shareId: row.shareId,
      productTitle: product?.title ?? '店铺首页',
      pictureUrl: product?.pictureUrl ?? '',
      sharedBy: isMine ? null : (people.get(row.sharerId ?? '')?.nickname ?? null),
      isMine,
    };
  });
  return { items, next };
}

import { present } from '../../../kit/refusal';
import { newCode } from '../../../platform/ids';
import { showProduct } from '../../catalogue/usecases/browse';
import { guideCard } from '../../guides/usecases/stores';
import type { Context } from '../../registry';
import { refuse } from '../refusals';
import { ShareId, type MakeShare, type Target } from '../schema';
import { addShare, findShare } from '../store';

const productPage = 'pages/shopper/product/index';
const homePage = 'pages/home/index';

/** A card of mine for a page; asking again for the same gives the same card. A guide's card carries her; a shopper's the guide of the card she came by. */
export async function makeShare(context: Context, { target, channel, parentId }: MakeShare) {
  const { db, shop, caller, nowMs } = context;
  const shown = await whatIsShown(context, target);
  const parent = await readShare(context, parentId);
  const staff = caller.staff;
  const guideId = staff?.role === 'guide' ? staff.staffId : (parent?.guideId ?? null);
  const shareId = await addShare(db, {
    shopId: shop.shopId,
    shareId: newCode(20),
    sharerId: caller.memberId,
    guideId,
    storeId: staff?.role === 'guide' ? staff.storeId : (parent?.storeId ?? null),
    channel,
    targetKind: target.kind,
    targetId: target.kind === 'product' ? target.productId : null,
    parentId: parent?.shareId ?? null,
    madeAt: nowMs,
  });
  const query = target.kind === 'product' ? `id=${target.productId}&s=${shareId}` : `s=${shareId}`;
  const page = target.kind === 'product' ? productPage : homePage;
  return {
    shareId,
    title: shown.title,
    pictureUrl: shown.cardUrl,
    path: `/${page}?${query}`,
    query,
  };
}

/** What a poster of one of my cards shows: goods, price, guide and a code that opens it. Foreign cards are not found. */
export async function makePoster(context: Context, { shareId }: { shareId: string }) {
  const share = await readShare(context, shareId);
  const mine = present(
    share?.sharerId === context.caller.memberId ? share : null,
    refuse('no_such_share'),
  );
  const target: Target =
    mine.targetKind === 'product' && mine.targetId !== null
      ? { kind: 'product', productId: mine.targetId }
      : { kind: 'home' };
  const shown = await whatIsShown(context, target);
  const [guide, codeUrl] = await Promise.all([
    guideCard(context, mine.guideId),
    context.ports.codePicture({
      page: target.kind === 'product' ? productPage : homePage,
      scene: `s=${shareId}`,
    }),
  ]);
  return {
    shareId,
    title: shown.title,
    priceFen: shown.priceFen,
    marketFen: shown.marketFen,
    pictureUrl: shown.pictureUrl,
    codeUrl,
    guide,
  };
}

async function readShare({ db, shop }: Context, shareId: string | undefined) {
  const read = ShareId.safeParse(shareId);
  return read.success ? findShare(db, shop.shopId, read.data) : undefined;
}

async function whatIsShown(context: Context, target: Target) {
  if (target.kind === 'home')
    return {
      title: `${context.shop.name} · ${context.shop.slogan}`,
      cardUrl: '',
      pictureUrl: '',
      priceFen: null,
      marketFen: null,
    };
  const product = await showProduct(context, { productId: target.productId });
  const { title, cardUrl, pictures, priceFen, marketFen } = present(
    product.onSale ? product : null,
    refuse('no_such_target'),
  );
  return { title, cardUrl, pictureUrl: pictures[0] ?? '', priceFen, marketFen };
}

import { useRouter } from '@tarojs/taro';
import { CardScreen, type Earns } from '../../../features/guides/CardScreen';
import { ForStaff } from '../../../features/guides/ForStaff';
import { useCard } from '../../../features/guides/useCard';
import { PosterSheet } from '../../../features/poster/PosterSheet';

/** A product's card, to be sent or drawn as a poster. */
export default function GuideCardPage() {
  const { params } = useRouter();
  const productId = params['id'] ?? '';
  const state = useCard(productId);
  return (
    <ForStaff role="guide" title="分享商品">
      <CardScreen
        state={state}
        earns={earnsIn(params)}
        poster={(open, onClose) => (
          <PosterSheet open={open} onClose={onClose} productId={productId} />
        )}
      />
    </ForStaff>
  );
}

/** What the list of goods wrote into the address. */
function earnsIn(params: Readonly<Record<string, string | undefined>>): Earns | null {
  const commissionFen = Number(params['fen']);
  const rateBp = Number(params['bp']);
  if (!Number.isSafeInteger(commissionFen) || !Number.isSafeInteger(rateBp)) return null;
  return { commissionFen, rateBp };
}

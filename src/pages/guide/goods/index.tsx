import { ForStaff } from '../../../features/guides/ForStaff';
import { GoodsScreen } from '../../../features/guides/GoodsScreen';

/** Goods that a guide can share. */
export default function GuideGoodsPage() {
  return (
    <ForStaff role="guide" title="选品分享">
      <GoodsScreen />
    </ForStaff>
  );
}

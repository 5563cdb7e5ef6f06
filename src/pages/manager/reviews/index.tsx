import { ForStaff } from '../../../features/guides/ForStaff';
import { AnswersScreen } from '../../../features/reviews/AnswersScreen';

/** Reviews to answer and to decide about. */
export default function ManagerReviewsPage() {
  return (
    <ForStaff role="manager" title="商品评价">
      <AnswersScreen />
    </ForStaff>
  );
}

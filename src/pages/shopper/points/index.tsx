import { PointsScreen } from '../../../features/points/PointsScreen';

/** My points. */
export default function PointsPage() {
  return <PointsScreen />;
}

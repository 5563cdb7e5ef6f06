import { LevelsScreen } from '../../../features/points/LevelsScreen';

/** My level, and what the others give. */
export default function LevelsPage() {
  return <LevelsScreen />;
}

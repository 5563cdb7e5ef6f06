import { View } from '@tarojs/components';
import { useAttribution } from '../../stores/attribution';
import { GuideCard } from './GuideCard';
import './GuideNote.scss';

/** The guide whose card brought me here, or whose customer I am; nothing without one. */
export function GuideNote() {
  const guide = useAttribution((attribution) => attribution.guide);
  if (guide === null) return null;
  return (
    <View className="guide-note">
      <GuideCard guide={guide} />
    </View>
  );
}

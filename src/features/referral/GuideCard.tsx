import { View } from '@tarojs/components';
import type { GuideCard as Guide } from '../../stores/attribution';
import { Avatar } from '../../ui/Avatar';
import { Pill } from '../../ui/Pill';
import './GuideCard.scss';

/** 您的专属导购: who looks after me, where, and what she says. */
export function GuideCard({ guide }: { guide: Guide }) {
  return (
    <View className="guide-card">
      <Avatar name={guide.name} src={guide.avatarUrl === '' ? null : guide.avatarUrl} />
      <View className="guide-card__words">
        <View className="guide-card__name">
          {guide.name}
          <Pill>您的专属导购</Pill>
        </View>
        <View className="guide-card__where">{whereText(guide)}</View>
        {guide.greeting === '' ? null : (
          <View className="guide-card__greeting">{guide.greeting}</View>
        )}
      </View>
    </View>
  );
}

function whereText({ title, storeName }: Guide): string {
  return [storeName, title].filter((part) => part !== '').join(' · ');
}

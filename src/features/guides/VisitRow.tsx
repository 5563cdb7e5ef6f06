import { Text, View } from '@tarojs/components';
import { Avatar } from '../../ui/Avatar';
import { classes } from '../../kit/classes';
import { Picture } from '../../ui/Picture';
import { Pill } from '../../ui/Pill';
import { whenText } from './times';
import { channelText, type Visit } from './words';
import './VisitRow.scss';

interface VisitRowProps {
  visit: Visit;
  /** The shop's day. */
  today: string;
  nowMs: number;
}

/** Who came, when, by which card, and who had passed it on. */
export function VisitRow({ visit, today, nowMs }: VisitRowProps) {
  const { who, avatarUrl, sharedBy, pictureUrl } = visit;
  return (
    <View className={classes('visit', !visit.isMember && 'visit--unknown')}>
      <Avatar name={who} src={avatarUrl === '' ? null : avatarUrl} />
      <View className="visit__words">
        <View className="visit__head">
          <Text className="visit__who">{who}</Text>
          <Text className="visit__when">{whenText(visit.touchedAt, today, nowMs)}</Text>
        </View>
        <View className="visit__card">
          <Pill tone="quiet">{channelText(visit.channel)}</Pill>
          <View className="visit__title">{visit.productTitle}</View>
        </View>
        {sharedBy === null ? null : <View className="visit__by">由 {sharedBy} 转发</View>}
      </View>
      <View className="visit__picture">
        <Picture src={pictureUrl === '' ? null : pictureUrl} rounded />
      </View>
    </View>
  );
}

import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from '../../ui/Icon';
import './Place.scss';

interface PlaceProps {
  icon: IconName;
  /** Who, or which store. */
  head: string;
  /** Quiet beside it: a phone number, opening hours. */
  beside: string;
  where: string;
  /** An arrow at the right: it opens something. */
  arrow?: boolean;
}

/** Where an order goes: to somebody's door, or to the counter of a store. */
export function Place({ icon, head, beside, where, arrow = false }: PlaceProps) {
  return (
    <View className="order-place">
      <View className="order-place__sign">
        <Icon name={icon} />
      </View>
      <View className="order-place__words">
        <View className="order-place__line">
          <Text className="order-place__head">{head}</Text>
          <Text className="order-place__beside">{beside}</Text>
        </View>
        <View className="order-place__where">{where}</View>
      </View>
      {arrow ? <Icon className="order-place__arrow" name="forward" size="small" /> : null}
    </View>
  );
}

/** A place in words, from the province to the door. A city that is itself a province is said once. */
export function whereText(place: {
  province: string;
  city: string;
  district: string;
  detail: string;
}): string {
  const city = place.city === place.province || place.city === '市辖区' ? '' : place.city;
  return `${place.province}${city}${place.district} ${place.detail}`;
}

/** `138 0013 8000`: a phone number as people read it. */
export function phoneText(phone: string): string {
  return phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
}

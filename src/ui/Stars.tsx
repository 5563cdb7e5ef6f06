import { View } from '@tarojs/components';
import { classes } from '../kit/classes';
import { Icon } from './Icon';
import { Tap } from './Tap';
import './Stars.scss';

interface StarsProps {
  /** How many of five are full. */
  rating: number;
  /** Makes each a target. */
  onChoose?: (rating: number) => void;
}

const five = [1, 2, 3, 4, 5];

/** A rating of one to five, shown or chosen. */
export function Stars({ rating, onChoose }: StarsProps) {
  return (
    <View className="ui-stars" aria-label={`${rating} 星`}>
      {five.map((star) => {
        const full = star <= rating;
        const sign = (
          <Icon name={full ? 'star-full' : 'star'} size={onChoose ? 'large' : 'small'} />
        );
        const className = classes('ui-stars__star', full && 'ui-stars__star--full');
        return onChoose === undefined ? (
          <View key={star} className={className}>
            {sign}
          </View>
        ) : (
          <Tap
            key={star}
            className={classes(className, 'ui-stars__star--target')}
            label={`${star} 星`}
            chosen={full}
            onTap={() => onChoose(star)}
          >
            {sign}
          </Tap>
        );
      })}
    </View>
  );
}

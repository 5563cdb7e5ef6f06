import { View } from '@tarojs/components';
import { Picture } from '../../ui/Picture';
import { Tap } from '../../ui/Tap';
import { openProduct } from './routes';
import './About.scss';

interface AboutProps {
  of: { productId: string; title: string; specText: string; pictureUrl: string };
}

/** Which goods a review is about; a tap leads to them. */
export function About({ of: { productId, title, specText, pictureUrl } }: AboutProps) {
  return (
    <Tap className="review-about" label={`查看${title}`} onTap={() => openProduct(productId)}>
      <View className="review-about__picture">
        <Picture src={pictureUrl} rounded />
      </View>
      <View className="review-about__words">
        <View className="review-about__title">{title}</View>
        <View className="review-about__spec">{specText}</View>
      </View>
    </Tap>
  );
}

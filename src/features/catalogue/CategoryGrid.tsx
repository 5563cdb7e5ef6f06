import { View } from '@tarojs/components';
import { Picture } from '../../ui/Picture';
import { Tap } from '../../ui/Tap';
import { classes } from '../../kit/classes';
import type { Category } from './goods';
import './CategoryGrid.scss';

interface CategoryGridProps {
  categories: readonly Category[];
  onChoose: (category: Category) => void;
  /** Three in a row instead of five, beside a rail. */
  narrow?: boolean;
}

/** Categories with their pictures, row under row. */
export function CategoryGrid({ categories, onChoose, narrow = false }: CategoryGridProps) {
  return (
    <View className={classes('category-grid', narrow && 'category-grid--narrow')}>
      {categories.map((category) => (
        <Tap
          key={category.categoryId}
          className="category-grid__one"
          onTap={() => onChoose(category)}
        >
          <Picture className="category-grid__picture" src={category.pictureUrl} eager={!narrow} />
          <View className="category-grid__name">{category.name}</View>
        </Tap>
      ))}
    </View>
  );
}

import { View } from '@tarojs/components';
import { Sheet } from '../../ui/Sheet';
import { definitions } from './definitions';
import './DefinitionsSheet.scss';

/** What each number means. */
export function DefinitionsSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} onClose={onClose} title="数字怎么算">
      {definitions.map(({ name, means }) => (
        <View key={name} className="definition">
          <View className="definition__name">{name}</View>
          <View className="definition__means">{means}</View>
        </View>
      ))}
    </Sheet>
  );
}

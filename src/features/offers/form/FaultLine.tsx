import { View } from '@tarojs/components';
import { Tap } from '../../../ui/Tap';
import './FaultLine.scss';

interface FaultLineProps {
  say: string | undefined;
  /** A way to what stands in the way. */
  link?: { readonly say: string; readonly onTap: () => void } | undefined;
}

/** What is wrong with the part above it; nothing when nothing is. */
export function FaultLine({ say, link }: FaultLineProps) {
  if (say === undefined) return null;
  return (
    <View className="fault-line">
      <View className="fault-line__say">{say}</View>
      {link === undefined ? null : (
        <Tap className="fault-line__link" onTap={link.onTap}>
          {link.say}
        </Tap>
      )}
    </View>
  );
}

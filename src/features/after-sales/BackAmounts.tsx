import { View } from '@tarojs/components';
import { Amounts } from '../../ui/Amounts';
import { backRows, besides, type Back } from './words';
import './Sale.scss';

/** What comes back, by source; the same before it is asked for and after. */
export function BackAmounts({ back, totalName }: { back: Back; totalName: string }) {
  return (
    <>
      <Amounts rows={backRows(back)} totalName={totalName} totalFen={back.totalFen} />
      {besides(back).map((say) => (
        <View key={say} className="sale-besides">
          {say}
        </View>
      ))}
    </>
  );
}

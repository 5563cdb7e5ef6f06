import { Text, View } from '@tarojs/components';
import { moneyText } from '../../../cloudfunctions/kit/money';
import { kindNames, stateName } from '../../../cloudfunctions/domains/after-sales/rules/words';
import { isEnded } from '../../../cloudfunctions/domains/after-sales/flow';
import { Pill } from '../../ui/Pill';
import { Tap } from '../../ui/Tap';
import { SaleLines } from './SaleLines';
import type { SaleSummary } from './words';
import './Sale.scss';

interface SaleCardProps {
  sale: SaleSummary;
  /** Whose it is, where that is not the one who looks. */
  who?: string;
  /** What is to be done, and until when. */
  due?: string;
  onOpen: (afterSaleId: string) => void;
}

/** One after-sale in a list. */
export function SaleCard({ sale, who = '', due = '', onOpen }: SaleCardProps) {
  const { kind, state, totalFen, afterSaleId } = sale;
  const title = sale.lines[0]?.title ?? '';
  const standing = stateName(kind, state);
  return (
    <Tap
      className="sale-card"
      label={`${kindNames[kind]}，${standing}，${title}`}
      onTap={() => onOpen(afterSaleId)}
    >
      <View className="sale-card__head">
        <Text className="sale-card__kind">
          {kindNames[kind]}
          {who === '' ? '' : ` · ${who}`}
        </Text>
        <Pill tone={isEnded(state) ? 'quiet' : 'warn'}>{standing}</Pill>
      </View>
      <SaleLines lines={sale.lines} />
      <View className="sale-card__foot">
        <Text>{kind === 'exchange' ? '换货不退款' : `退款 ${moneyText(totalFen)}`}</Text>
        {due === '' ? null : <Text className="sale-card__due">{due}</Text>}
      </View>
    </Tap>
  );
}

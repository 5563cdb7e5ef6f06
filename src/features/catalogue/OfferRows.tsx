import { View } from '@tarojs/components';
import { useState } from 'react';
import { shopNow } from '../../stores/shopClock';
import { Icon } from '../../ui/Icon';
import { Pill } from '../../ui/Pill';
import { Sheet } from '../../ui/Sheet';
import { Tap } from '../../ui/Tap';
import { offerLine, offerNotes } from './offerWords';
import type { Promotion } from './productOffers';
import './OfferRows.scss';

interface OfferRowsProps {
  offers: readonly Promotion[];
  /** Opens the goods that a promotion is for; left out where there is no way to another page. */
  onGoods: ((promotion: Promotion) => void) | null;
}

/** As many lines as the page shows; the sheet has all. */
const mostLines = 3;

/** The promotions that a product counts for, one line each; a tap says all of them in full. */
export function OfferRows({ offers, onGoods }: OfferRowsProps) {
  const [open, setOpen] = useState(false);
  return (
    <View>
      {offers.length === 0 ? null : (
        <Tap className="offer-rows" onTap={() => setOpen(true)}>
          <View className="offer-rows__name">优惠</View>
          <View className="offer-rows__lines">
            {offers.slice(0, mostLines).map((promotion) => (
              <Line key={promotion.promotionId} promotion={promotion} />
            ))}
          </View>
          <Icon className="offer-rows__arrow" name="forward" size="small" />
        </Tap>
      )}
      <Sheet open={open} title="促销优惠" onClose={() => setOpen(false)}>
        {offers.map((promotion) => (
          <Whole key={promotion.promotionId} promotion={promotion} onGoods={onGoods} />
        ))}
      </Sheet>
    </View>
  );
}

function Line({ promotion }: { promotion: Promotion }) {
  const { label, text } = offerLine(promotion);
  return (
    <View className="offer-rows__line">
      <Pill>{label}</Pill>
      <View className="offer-rows__text">{text}</View>
    </View>
  );
}

function Whole({ promotion, onGoods }: { promotion: Promotion } & Pick<OfferRowsProps, 'onGoods'>) {
  const { label, text } = offerLine(promotion);
  return (
    <Tap
      className="offer-whole"
      disabled={onGoods === null}
      label={`${promotion.name}，查看参与商品`}
      onTap={() => onGoods?.(promotion)}
    >
      <View className="offer-whole__words">
        <View className="offer-whole__head">
          <Pill>{label}</Pill>
          <View className="offer-whole__name">{promotion.name}</View>
        </View>
        <View className="offer-whole__text">{text}</View>
        {offerNotes(promotion, shopNow()).map((note) => (
          <View key={note} className="offer-whole__note">
            {note}
          </View>
        ))}
      </View>
      {onGoods === null ? null : <Icon name="forward" size="small" />}
    </Tap>
  );
}

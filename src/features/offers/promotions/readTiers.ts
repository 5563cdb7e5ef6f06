import type { PromotionTerms } from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import type { Reading } from '../form/reading';
import type { TermsForm, TierForm } from './promotionForm';

type Tiered = Extract<PromotionTerms, { kind: 'off' | 'rate' | 'gift' }>;

const money = { least: 1, most: 1_000_000_000 };
const pieces = { least: 1, most: 999 };

/** The tiers of 满减, 满折 and 满赠: each stands above the one before it and gives more. */
export function readTiers(kind: Tiered['kind'], form: TermsForm, reading: Reading): PromotionTerms {
  const { by } = form;
  const read = form.tiers.map((tier, index) => ({
    at: `terms.tiers.${index}`,
    tier,
    atLeast:
      by === 'amount'
        ? reading.fen(`terms.tiers.${index}.atLeast`, tier.atLeast, money)
        : reading.whole(`terms.tiers.${index}.atLeast`, tier.atLeast, pieces),
  }));
  needRising(read, reading);
  switch (kind) {
    case 'off':
      return readOff(read, form, reading);
    case 'rate':
      return { kind, by, tiers: readRates(read, reading) };
    case 'gift':
      return { kind, by, tiers: readGifts(read, reading) };
  }
}

interface ReadTier {
  readonly at: string;
  readonly tier: TierForm;
  readonly atLeast: number;
}

function needRising(read: readonly ReadTier[], reading: Reading): void {
  read.forEach(({ at, atLeast }, index) => {
    const before = read[index - 1];
    if (before !== undefined && atLeast <= before.atLeast) {
      reading.object(`${at}.atLeast`, '门槛要高于上一档');
    }
  });
}

function readOff(read: readonly ReadTier[], form: TermsForm, reading: Reading): PromotionTerms {
  const tiers = read.map(({ at, tier, atLeast }) => {
    const offFen = reading.fen(`${at}.gives`, tier.gives, money);
    if (form.by === 'amount' && offFen > atLeast) reading.object(`${at}.gives`, '减的比门槛还多');
    return { atLeast, offFen };
  });
  tiers.forEach(({ offFen }, index) => {
    const before = tiers[index - 1];
    if (before !== undefined && offFen <= before.offFen) {
      reading.object(`terms.tiers.${index}.gives`, '要比上一档减得多');
    }
  });
  return { kind: 'off', by: form.by, tiers, repeats: form.repeats && tiers.length === 1 };
}

function readRates(read: readonly ReadTier[], reading: Reading) {
  const tiers = read.map(({ at, tier, atLeast }) => ({
    atLeast,
    paysBp: reading.bp(`${at}.gives`, tier.gives, 100),
  }));
  tiers.forEach(({ paysBp }, index) => {
    const before = tiers[index - 1];
    if (before !== undefined && paysBp >= before.paysBp) {
      reading.object(`terms.tiers.${index}.gives`, '折扣要比上一档低');
    }
  });
  return tiers;
}

function readGifts(read: readonly ReadTier[], reading: Reading) {
  return read.map(({ at, tier, atLeast }) => {
    if (tier.sku === null) reading.object(`${at}.sku`, '选一件赠品');
    return {
      atLeast,
      skuId: tier.sku?.skuId ?? '',
      quantity: reading.whole(`${at}.gives`, tier.gives === '' ? '1' : tier.gives, {
        least: 1,
        most: 20,
      }),
    };
  });
}

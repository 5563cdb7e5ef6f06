import type { FreightTerms } from '../../../../domains/catalogue/rules/freight';

/** Provinces by the first two digits of their code. */
const [innerMongolia, tibet, gansu, qinghai, ningxia, xinjiang] = [
  '15',
  '54',
  '62',
  '63',
  '64',
  '65',
];
const northeast = ['21', '22', '23'];
const overseas = ['71', '81', '82'];

export interface FreightPlan {
  readonly key: 'express' | 'insured' | 'cold';
  readonly name: string;
  readonly terms: FreightTerms;
}

/** How the shop sends: ordinary parcels by weight, jewels insured and free, fresh goods in the cold chain. */
export const freightPlans: readonly FreightPlan[] = [
  {
    key: 'express',
    name: '普通快递',
    terms: {
      by: 'weight',
      first: 1_000,
      next: 1_000,
      firstFen: 800,
      nextFen: 300,
      freeOverFen: 9_900,
      elsewhere: [
        {
          provinces: [tibet, qinghai, ningxia, xinjiang, gansu, innerMongolia],
          firstFen: 1_800,
          nextFen: 1_000,
          freeOverFen: 29_900,
        },
      ],
      notServed: overseas,
    },
  },
  {
    key: 'insured',
    name: '保价快递',
    terms: {
      by: 'pieces',
      first: 1,
      next: 1,
      firstFen: 0,
      nextFen: 0,
      freeOverFen: 0,
      elsewhere: [],
      notServed: overseas,
    },
  },
  {
    key: 'cold',
    name: '冷链配送',
    terms: {
      by: 'weight',
      first: 3_000,
      next: 1_000,
      firstFen: 1_200,
      nextFen: 400,
      freeOverFen: 9_900,
      elsewhere: [
        {
          provinces: [...northeast, innerMongolia, gansu, ningxia],
          firstFen: 2_200,
          nextFen: 800,
          freeOverFen: 19_900,
        },
      ],
      notServed: [tibet, qinghai, xinjiang, ...overseas],
    },
  },
];

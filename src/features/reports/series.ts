/** What the chart can show, one at a time: two axes in one picture are read wrongly. */
export type Series = 'netFen' | 'visitors';

export const seriesNames: Readonly<Record<Series, string>> = {
  netFen: '净销售',
  visitors: '访客',
};

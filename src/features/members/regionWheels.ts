import type { Output } from '../../cloud';

export type Regions = Output<'members.regions'>;

/** A place as the form keeps it. */
export interface Place {
  readonly regionCode: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
}

type Entry = readonly [code: string, name: string];

/** The three wheels for what is chosen: names to show, and the entries behind them. */
export interface RegionWheels {
  readonly columns: readonly (readonly string[])[];
  readonly chosen: readonly [number, number, number];
  /** The place under the marks; null where the tables know no district. */
  readonly place: Place | null;
}

/**
 * The wheels with `wanted` under the marks. A wheel that moved takes those at its right to their first
 * entry when their lists change; positions beyond an end go to the last entry.
 */
export function regionWheels(regions: Regions, wanted: readonly number[]): RegionWheels {
  const provinces = regions.provinces;
  const first = within(wanted[0], provinces);
  const province = provinces[first];
  const cities = below(regions.cities, province, 2);
  const second = within(wanted[1], cities);
  const city = cities[second];
  const districts = below(regions.districts, city, 4);
  const third = within(wanted[2], districts);
  return {
    columns: [provinces, cities, districts].map((entries) => entries.map(([, name]) => name)),
    chosen: [first, second, third],
    place: placeOf(province, city, districts[third]),
  };
}

/** Where the wheels stand for a district's code; the first entries for an unknown one. */
export function positionsOf(regions: Regions, regionCode: string): [number, number, number] {
  const province = regions.provinces.findIndex(([code]) => same(code, regionCode, 2));
  const cities = below(regions.cities, regions.provinces[province], 2);
  const city = cities.findIndex(([code]) => same(code, regionCode, 4));
  const districts = below(regions.districts, cities[city], 4);
  const district = districts.findIndex(([code]) => code === regionCode);
  return [Math.max(0, province), Math.max(0, city), Math.max(0, district)];
}

/** The positions after wheels were turned: a new province starts its cities anew, a new city its districts. */
export function turned(before: readonly number[], after: readonly number[]): number[] {
  const [province = 0, city = 0, district = 0] = after;
  if (province !== before[0]) return [province, 0, 0];
  if (city !== before[1]) return [province, city, 0];
  return [province, city, district];
}

function below(entries: readonly Entry[], parent: Entry | undefined, digits: number): Entry[] {
  if (parent === undefined) return [];
  return entries.filter(([code]) => same(code, parent[0], digits));
}

function same(one: string, other: string, digits: number): boolean {
  return one.slice(0, digits) === other.slice(0, digits);
}

function within(wanted: number | undefined, entries: readonly Entry[]): number {
  return Math.max(0, Math.min(wanted ?? 0, entries.length - 1));
}

function placeOf(
  province: Entry | undefined,
  city: Entry | undefined,
  district: Entry | undefined,
): Place | null {
  const last = district ?? city ?? province;
  if (province === undefined || city === undefined || last === undefined) return null;
  return {
    regionCode: last[0],
    province: province[1],
    city: city[1],
    district: district?.[1] ?? '',
  };
}

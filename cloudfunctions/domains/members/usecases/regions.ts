import { areaList } from '@vant/area-data';
import type { RegionNames } from '../rules/address-text';

/** China's provinces, cities and districts by code (GB/T 2260). */
export const regionNames: RegionNames = {
  provinces: areaList.province_list,
  cities: areaList.city_list,
  districts: areaList.county_list,
};

/** Province, city and district of a code; cities without districts stand for themselves. Null when unknown. */
export function placeOf(regionCode: string) {
  const province = regionNames.provinces[`${regionCode.slice(0, 2)}0000`];
  const city = regionNames.cities[`${regionCode.slice(0, 4)}00`];
  const district = regionCode.endsWith('00') ? '' : regionNames.districts[regionCode];
  if (province === undefined || city === undefined || district === undefined) return null;
  return { province, city, district, regionCode };
}

/** All regions as pairs of code and name, in the order of their codes. */
export function regionLists() {
  return {
    provinces: Object.entries(regionNames.provinces),
    cities: Object.entries(regionNames.cities),
    districts: Object.entries(regionNames.districts),
  };
}

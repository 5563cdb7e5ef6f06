import { ask } from '../../../cloud';
import type { NamedRow } from './NamedSheet';

/** The shop's categories, each below the one it belongs to. */
export async function categoryRows(): Promise<NamedRow[]> {
  const { items } = await ask('catalogue.categories', {});
  const below = (parentId: string | null) => items.filter((one) => one.parentId === parentId);
  return below(null).flatMap((parent) => [
    { id: parent.categoryId, name: parent.name, note: '含下级分类' },
    ...below(parent.categoryId).map((child) => ({
      id: child.categoryId,
      name: child.name,
      note: parent.name,
    })),
  ]);
}

/** The shop's stores. */
export async function storeRows(): Promise<NamedRow[]> {
  const { items } = await ask('guides.stores', {});
  return items.map(({ storeId, name, address }) => ({ id: storeId, name, note: address }));
}

/** Provinces by the first two digits of their codes. */
export async function provinceRows(): Promise<NamedRow[]> {
  const { provinces } = await ask('members.regions', {});
  return provinces.map(([code, name]) => ({ id: code.slice(0, 2), name, note: '' }));
}

import { insist, present } from '../../../kit/refusal';
import { maskName, maskPhone } from '../../../kit/text';
import { transact } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import type { Context, World } from '../../registry';
import { recogniseAddress } from '../rules/address-text';
import { refuse } from '../refusals';
import type { Address, ReadAddress, RemoveAddress, SaveAddress } from '../schema';
import {
  clearDefaultAddress,
  listAddressRows,
  lockMember,
  removeAddressRow,
  saveAddressRow,
} from '../store';
import type { MemberTables } from '../tables';
import { placeOf, regionLists, regionNames } from './regions';

const mostAddresses = 20;

/** My addresses, the default first. */
export async function listAddresses(context: Context) {
  const rows = await listAddressRows(context.db, context.shop.shopId, context.caller.memberId);
  return { items: rows.map((row) => openAddress(context, row)) };
}

/** Adds or changes one of my addresses; the first one becomes the default. */
export async function saveAddress(context: Context, input: SaveAddress): Promise<Address> {
  const { shop, caller, ports, nowMs } = context;
  const place = present(placeOf(input.regionCode), refuse('no_such_region'));
  return transact(context.db, async (tx) => {
    await lockMember(tx, shop.shopId, caller.memberId);
    const before = await listAddressRows(tx, shop.shopId, caller.memberId);
    const old = before.find((row) => row.addressId === input.addressId);
    if (input.addressId !== undefined) present(old, refuse('no_such_address'));
    else insist(before.length >= mostAddresses ? refuse('too_many_addresses') : null);
    const isDefault = input.isDefault || before.length === 0 || old?.isDefault === true;
    if (isDefault) await clearDefaultAddress(tx, shop.shopId, caller.memberId);
    const row = {
      shopId: shop.shopId,
      addressId: input.addressId ?? newId(),
      memberId: caller.memberId,
      contactSealed: ports.seal(
        JSON.stringify({ name: input.name, phone: input.phone, detail: input.detail }),
      ),
      nameMask: maskName(input.name),
      phoneMask: maskPhone(input.phone),
      ...place,
      isDefault,
      removedAt: null,
      savedAt: nowMs,
    };
    await saveAddressRow(tx, row);
    return openAddress(context, row);
  });
}

/** Removes one of my addresses. Refuses foreign and missing ids alike. */
export async function removeAddress(
  context: Context,
  { addressId }: RemoveAddress,
): Promise<{ done: true }> {
  const mine = { shopId: context.shop.shopId, memberId: context.caller.memberId, addressId };
  insist(
    (await removeAddressRow(context.db, mine, context.nowMs)) ? null : refuse('no_such_address'),
  );
  return { done: true };
}

/** Recognises name, phone and place in a pasted text; the text is not kept. */
export async function readAddress(_context: Context, { text }: ReadAddress) {
  return Promise.resolve(recogniseAddress(text, regionNames));
}

/** Provinces, cities and districts for the area picker. */
export async function showRegions() {
  return Promise.resolve(regionLists());
}

/** What an order needs of an address row. */
export type AddressRow = Pick<
  MemberTables['addresses'],
  'addressId' | 'contactSealed' | 'province' | 'city' | 'district' | 'regionCode' | 'isDefault'
>;

/** An address row with what was sealed in it. */
export function openAddress(world: Pick<World, 'ports'>, row: AddressRow): Address {
  const { addressId, province, city, district, regionCode, isDefault } = row;
  const { name, phone, detail } = JSON.parse(world.ports.unseal(row.contactSealed)) as Pick<
    Address,
    'name' | 'phone' | 'detail'
  >;
  return { addressId, name, phone, province, city, district, regionCode, detail, isDefault };
}

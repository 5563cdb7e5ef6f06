import { maskName, maskPhone } from '../../../kit/text';
import { seal } from '../../../platform/secret';
import type { Address, Member, OrderStory, Person } from '../world/types';
import { writeDealings } from './dealings';
import { insertRows, type Pen } from './insert';

/** Seals what is personal before it is written. */
export type Sealing = (plain: string) => string;

/** Seals under the shop's data key. */
export function sealingWith(dataKey: string): Sealing {
  return (plain) => seal(plain, dataKey);
}

/** Writes members, of the staff or not. */
export async function writeMembers(
  pen: Pen,
  members: readonly Member[],
  sealed: Sealing,
): Promise<void> {
  const rows = members.map(({ phone, ...member }) => ({
    ...member,
    phoneSealed: phone === null ? null : sealed(phone),
    phoneMask: phone === null ? null : maskPhone(phone),
  }));
  await insertRows(pen, 'members', rows);
}

/** Writes shoppers with all that they did, in the order in which tables point to each other. */
export async function writePeople(
  pen: Pen,
  people: readonly Person[],
  sealed: Sealing,
): Promise<void> {
  await writeMembers(
    pen,
    people.map(({ member }) => member),
    sealed,
  );
  const addresses = people.flatMap((person) => person.addresses);
  await insertRows(
    pen,
    'addresses',
    addresses.map((address) => addressRow(address, sealed)),
  );
  for (const [table, rows] of [
    ['shares', people.flatMap(({ shares }) => shares)],
    ['touches', people.flatMap(({ touches }) => touches)],
    ['visitor_joins', people.flatMap(({ joins }) => joins)],
    ['bindings', people.flatMap(({ bindings }) => bindings)],
  ] as const) {
    await insertRows(pen, table, rows);
  }
  await writeOrders(
    pen,
    people.flatMap(({ orders }) => orders),
    sealed,
  );
  await writeDealings(pen, people);
}

async function writeOrders(
  pen: Pen,
  stories: readonly OrderStory[],
  sealed: Sealing,
): Promise<void> {
  await insertRows(
    pen,
    'orders',
    stories.map((story) => orderRow(story, sealed)),
  );
  const within = <T extends object>(pick: (story: OrderStory) => readonly T[]) =>
    stories.flatMap((story) =>
      pick(story).map((row) => ({ orderId: story.order.orderId, ...row })),
    );
  await insertRows(
    pen,
    'order_lines',
    within(({ lines }) => lines),
  );
  await insertRows(
    pen,
    'order_events',
    within(({ events }) => events),
  );
  await insertRows(
    pen,
    'payments',
    stories.flatMap(({ payments }) => payments),
  );
  await insertRows(
    pen,
    'refunds',
    stories.flatMap(({ refunds }) => refunds),
  );
  await insertRows(
    pen,
    'commission_entries',
    stories.flatMap(({ entries }) => entries),
  );
}

function addressRow({ contact, ...address }: Address, sealed: Sealing) {
  return {
    ...address,
    contactSealed: sealed(JSON.stringify(contact)),
    nameMask: maskName(contact.name),
    phoneMask: maskPhone(contact.phone),
  };
}

function orderRow({ order }: OrderStory, sealed: Sealing) {
  const { address, ...row } = order;
  if (address === null) return { ...row, contactSealed: null, contactMask: null };
  const { province, city, district, contact } = address;
  const { name, phone, detail } = contact;
  return {
    ...row,
    contactSealed: sealed(JSON.stringify({ name, phone, province, city, district, detail })),
    contactMask: { name: maskName(name), phone: maskPhone(phone), region: `${province}${city}` },
  };
}

import { parseArgs } from 'node:util';
import { Trouble } from '../start/trouble';

/** Somebody who begins to work here. */
export interface Appointment {
  readonly openid: string;
  readonly role: 'guide' | 'manager';
  readonly name: string;
  /** What she earns of a sale where neither product nor category has a rate, in bp. */
  readonly rateBp: number;
}

/** The shop that is wanted; `shopId` undefined makes a new one. */
export interface ShopPlan {
  readonly shopId: string | undefined;
  readonly name: string;
  readonly slogan: string;
  readonly store: { readonly name: string; readonly city: string; readonly address: string };
  readonly appointment: Appointment | null;
}

/** What was asked, and of which database. */
export interface OpenShopOptions {
  readonly databaseUrl: string;
  readonly plan: ShopPlan;
}

const usage = [
  '用法：--name 店铺名 --store 门店名 [--city 城市] [--address 地址] [--slogan 标语] [--manager 或 --guide openid --called 姓名 [--rate-bp N]]',
  'usage: --name shop --store store [--city c] [--address a] [--slogan s] [--manager or --guide openid --called name [--rate-bp N]]',
] as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const mostBp = 5_000;

/** Reads the command line, DATABASE_URL and SHOP_ID, or throws one line that says what is wrong. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): OpenShopOptions {
  const databaseUrl = environment['DATABASE_URL'] ?? '';
  if (databaseUrl === '') throw new Trouble('请设置 DATABASE_URL', 'set DATABASE_URL');
  const shopId = environment['SHOP_ID'] === '' ? undefined : environment['SHOP_ID'];
  if (shopId !== undefined && !uuid.test(shopId))
    throw new Trouble('SHOP_ID 应为小写的 UUID', 'SHOP_ID is a UUID in small letters');
  const given = parse(args);
  if (!given.name || !given.store) throw new Trouble(...usage);
  const { name, slogan = '', city = '', address = '' } = given;
  const store = { name: given.store, city, address };
  return {
    databaseUrl,
    plan: { shopId, name, slogan, store, appointment: appointmentIn(given) },
  };
}

function appointmentIn(given: ReturnType<typeof parse>): Appointment | null {
  const { manager, guide, called } = given;
  const rateBp = Number(given['rate-bp'] ?? 0);
  if (manager === undefined && guide === undefined) {
    if (called !== undefined || given['rate-bp'] !== undefined) throw new Trouble(...usage);
    return null;
  }
  const openid = manager ?? guide;
  if (!openid || !called || (manager !== undefined && guide !== undefined))
    throw new Trouble(...usage);
  if (!Number.isInteger(rateBp) || rateBp < 0 || rateBp > mostBp)
    throw new Trouble('--rate-bp 应为 0 到 5000 的整数', '--rate-bp is a whole number, 0 to 5000');
  return { openid, name: called, rateBp, role: manager === undefined ? 'guide' : 'manager' };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    ...{ name: text, slogan: text, store: text, city: text, address: text },
    ...{ manager: text, guide: text, called: text, 'rate-bp': text },
  };
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (fault) {
    throw new Trouble(...usage, { cause: fault });
  }
}

import type {
  PromotionKind,
  PromotionTerms,
} from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import { moneyText } from '../../../../cloudfunctions/kit/money';
import type { Reading } from '../form/reading';
import { most, type TermsForm } from './promotionForm';
import { readTiers } from './readTiers';

const money = { least: 1, most: 1_000_000_000 };
const freeMoney = { least: 0, most: 1_000_000_000 };
const stock = { least: 1, most: 1_000_000 };
const pieces = { least: 1, most: 999 };
const few = { least: 1, most: 20 };

/** A kind's own part of a form as the shop takes it; what is wrong is told to `reading` under `terms.…`. */
export function readTerms(kind: PromotionKind, form: TermsForm, reading: Reading): PromotionTerms {
  switch (kind) {
    case 'flash':
      return readFlash(form, reading);
    case 'exchange':
      return readExchange(form, reading);
    case 'timed':
      return { kind, cut: readCut(form, reading) };
    case 'member':
      return readMember(form, reading);
    case 'bundle':
      return readBundle(form, reading);
    case 'nth':
      return { kind, nth: form.nth, paysBp: reading.bp('terms.nthPays', form.nthPays, 0) };
    case 'off':
    case 'rate':
    case 'gift':
      return readTiers(kind, form, reading);
    case 'add_on':
      return readAddOn(form, reading);
    case 'free_freight':
      return {
        kind,
        by: form.by,
        atLeast: readThreshold(form, reading, 0),
        notProvinces: [...form.notProvinces],
      };
  }
}

function readFlash(form: TermsForm, reading: Reading): PromotionTerms {
  needGoods(form, reading, most.goods);
  const goods = form.goods.map(({ sku, price, count }) => {
    const at = `terms.goods.${sku.skuId}`;
    const priceFen = reading.fen(`${at}.price`, price, money);
    if (priceFen >= sku.priceFen) {
      reading.object(`${at}.price`, `要低于原价 ${moneyText(sku.priceFen)}`);
    }
    return { skuId: sku.skuId, priceFen, pieces: reading.whole(`${at}.count`, count, stock) };
  });
  return { kind: 'flash', goods, mostPerMember: readMostPerMember(form, reading) };
}

function readExchange(form: TermsForm, reading: Reading): PromotionTerms {
  needGoods(form, reading, most.goods);
  const goods = form.goods.map(({ sku, price, points, count }) => {
    const at = `terms.goods.${sku.skuId}`;
    const priceFen = price.trim() === '' ? 0 : reading.fen(`${at}.price`, price, freeMoney);
    if (priceFen >= sku.priceFen) {
      reading.object(`${at}.price`, `要低于原价 ${moneyText(sku.priceFen)}`);
    }
    return {
      skuId: sku.skuId,
      points: reading.whole(`${at}.points`, points, { least: 1, most: 10_000_000 }),
      priceFen,
      pieces: reading.whole(`${at}.count`, count, stock),
    };
  });
  return { kind: 'exchange', goods, mostPerMember: readMostPerMember(form, reading) };
}

type Cut = Extract<PromotionTerms, { kind: 'timed' }>['cut'];

function readCut({ cutBy, cut }: TermsForm, reading: Reading): Cut {
  switch (cutBy) {
    case 'rate':
      return { by: 'rate', paysBp: reading.bp('terms.cut', cut, 100) };
    case 'off':
      return { by: 'off', offFen: reading.fen('terms.cut', cut, money) };
    case 'price':
      return { by: 'price', priceFen: reading.fen('terms.cut', cut, money) };
  }
}

function readMember(form: TermsForm, reading: Reading): PromotionTerms {
  const given = form.rates.filter(({ pays }) => pays.trim() !== '');
  if (given.length === 0) reading.object('terms.rates', '至少给一个等级填折扣');
  const rates = given.map(({ level, pays }) => ({
    level,
    paysBp: reading.bp(`terms.rates.${level}`, pays, 100),
  }));
  return { kind: 'member', rates };
}

function readBundle(form: TermsForm, reading: Reading): PromotionTerms {
  if (form.items.length < 2) reading.object('terms.items', '套餐至少选两件商品');
  if (form.items.length > most.items) reading.object('terms.items', `最多选 ${most.items} 件`);
  return {
    kind: 'bundle',
    items: form.items.map(({ product, quantity }) => ({
      productId: product.productId,
      quantity: reading.whole(`terms.items.${product.productId}`, quantity, few),
    })),
    priceFen: reading.fen('terms.setPrice', form.setPrice, money),
    mostSets: reading.wholeOrNone('terms.mostSets', form.mostSets, pieces),
  };
}

function readAddOn(form: TermsForm, reading: Reading): PromotionTerms {
  needGoods(form, reading, most.addOns);
  const goods = form.goods.map(({ sku, price, count }) => {
    const at = `terms.goods.${sku.skuId}`;
    const priceFen = reading.fen(`${at}.price`, price, money);
    if (priceFen >= sku.priceFen) {
      reading.object(`${at}.price`, `要低于原价 ${moneyText(sku.priceFen)}`);
    }
    return { skuId: sku.skuId, priceFen, most: reading.whole(`${at}.count`, count, few) };
  });
  return { kind: 'add_on', by: form.by, atLeast: readThreshold(form, reading, 1), goods };
}

function readThreshold(form: TermsForm, reading: Reading, least: number): number {
  const { by, atLeast } = form;
  if (by === 'amount') return reading.fen('terms.atLeast', atLeast, { ...money, least });
  return reading.whole('terms.atLeast', atLeast, { ...pieces, least });
}

function readMostPerMember(form: TermsForm, reading: Reading): number | null {
  return reading.wholeOrNone('terms.mostPerMember', form.mostPerMember, pieces);
}

function needGoods({ goods }: TermsForm, reading: Reading, mostGoods: number): void {
  if (goods.length === 0) reading.object('terms.goods', '至少选一件商品');
  if (goods.length > mostGoods) reading.object('terms.goods', `最多选 ${mostGoods} 件`);
}

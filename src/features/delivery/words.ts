import type { Output } from '../../cloud';
import { shopTime } from '../../kit/shopTime';

export type OrderDelivery = Output<'delivery.ofOrder'>;
export type Parcel = OrderDelivery['parcels'][number];
export type BoardOrder = Output<'delivery.board'>['items'][number];
export type Packing = Output<'delivery.packing'>;
export type Goods = BoardOrder['goods'][number];
export type BoardTab = 'toShip' | 'pickup' | 'shipped';

/** `11-22 15:04` by the shop's clock. */
export function momentText(atMs: number): string {
  return shopTime(atMs).slice(5);
}

/** `1234 5678`: a pick-up code as people read it aloud. */
export function codeText(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** What is known last of a parcel, in one line. */
export function latestSay({ steps, stateName, number }: Parcel): string {
  const [latest] = steps;
  return latest === undefined ? `${stateName} · ${number}` : latest.say;
}

/** What a parcel is called among others. */
export function parcelName({ place, purpose }: Pick<Parcel, 'place' | 'purpose'>): string {
  return purpose === 'exchange' ? `换货包裹 ${place}` : `包裹 ${place}`;
}

/** Where the way of a parcel stands when nobody tells it. */
export function noStepsSay(tracked: boolean): string {
  return tracked
    ? '快递员揽收后，这里会显示物流进展'
    : '复制运单号，可以在快递公司的小程序里查看物流';
}

/** How a pick-up stands. */
export function pickupSay({
  readyAt,
  handedAt,
}: Pick<NonNullable<OrderDelivery['pickup']>, 'readyAt' | 'handedAt'>): string {
  if (handedAt !== null) return `${momentText(handedAt)} 已在门店取走`;
  return readyAt === null ? '门店正在备货，备好后会通知您' : '商品已备好，到店出示取货码即可';
}

/** What of an order can leave: `3 件待发`, with what waits for a refund. */
export function leftSay(goods: readonly Goods[]): string {
  const left = goods.reduce((sum, one) => sum + one.left, 0);
  const asked = goods.reduce((sum, one) => sum + one.asked, 0);
  return asked === 0 ? `${left} 件待发` : `${left} 件待发，${asked} 件在申请退款`;
}

/** A receiver's address as it is written on a parcel. */
export function labelText(contact: NonNullable<Packing['contact']>): string {
  const { name, phone, province, city, district, detail } = contact;
  const place = city === province || city === '市辖区' ? province : `${province}${city}`;
  return `${name} ${phone} ${place}${district}${detail}`;
}

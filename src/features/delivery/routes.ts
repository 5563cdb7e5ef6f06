import Taro from '@tarojs/taro';

const open = (url: string) => void Taro.navigateTo({ url });

/** Opens the parcels of an order with their way. */
export function openParcels(orderId: string): void {
  open(`/pages/shopper/parcels/index?orderId=${orderId}`);
}

/** Opens the manager's list of orders to ship. */
export function openShip(tab = 'toShip'): void {
  open(`/pages/manager/ship/index?tab=${tab}`);
}

/** Opens the page where a table of tracking numbers is pasted. */
export function openShipMany(): void {
  open('/pages/manager/ship-many/index');
}

/** Opens the list to pick goods by. */
export function openPicks(): void {
  open('/pages/manager/picks/index');
}

/** Opens the counter where codes are checked. */
export function openPickup(role: 'guide' | 'manager'): void {
  open(`/pages/${role}/pickup/index`);
}

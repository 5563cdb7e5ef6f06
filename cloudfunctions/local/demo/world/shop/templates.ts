import type { ShopSettings } from '../../../../domains/settings';

/** The demo's subscribe messages: ids as a console gives them, and which of a template's fields says what. */
export const demoTemplates: ShopSettings['messages']['templates'] = {
  order_paid: {
    id: 'demo-order-paid',
    fields: { number: 'character_string1', goods: 'thing2', amount: 'amount3', time: 'time4' },
  },
  order_shipped: {
    id: 'demo-order-shipped',
    fields: {
      ...{ number: 'character_string1', goods: 'thing2' },
      ...{ carrier: 'thing3', tracking: 'character_string4', time: 'time5' },
    },
  },
  pickup_ready: {
    id: 'demo-pickup-ready',
    fields: { number: 'character_string1', goods: 'thing2', store: 'thing3', note: 'thing4' },
  },
  refund_done: {
    id: 'demo-refund-done',
    fields: { number: 'character_string1', goods: 'thing2', amount: 'amount3', time: 'time4' },
  },
  group_result: {
    id: 'demo-group-result',
    fields: { goods: 'thing1', state: 'phrase2', note: 'thing3', time: 'time4' },
  },
  coupon_ending: {
    id: 'demo-coupon-ending',
    fields: { name: 'thing1', count: 'number2', time: 'time3', note: 'thing4' },
  },
  points_ending: {
    id: 'demo-points-ending',
    fields: { name: 'thing1', count: 'number2', time: 'time3', note: 'thing4' },
  },
  after_sale: {
    id: 'demo-after-sale',
    fields: { number: 'character_string1', goods: 'thing2', state: 'phrase3', note: 'thing4' },
  },
};

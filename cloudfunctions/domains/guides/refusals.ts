import { refusals } from '../../kit/refusal';

/** What the guides room says no to. */
export const refuse = refusals({
  no_such_store: ['missing', '没有找到这家门店'],
});

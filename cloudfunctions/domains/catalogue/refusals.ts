import { refusals } from '../../kit/refusal';

/** What the catalogue says no to. */
export const refuse = refusals({
  no_such_product: ['missing', '商品不存在或已下架'],
  no_such_category: ['missing', '没有找到这个分类'],
});

import { z } from 'zod';
import { Nothing } from '../members/schema';
import { procedure } from '../registry';
import { Category, Home, ListProducts, Product, ProductPage, ShowProduct } from './schema';
import { listCategories, listProducts, showHome, showProduct } from './usecases/browse';

/** What the catalogue offers to the phone. */
export const catalogueApi = {
  'catalogue.home': procedure({
    for: ['visitor'],
    about: 'Banners, categories, new and hot goods',
    input: Nothing,
    output: Home,
    run: showHome,
  }),
  'catalogue.categories': procedure({
    for: ['visitor'],
    about: 'The tree of categories',
    input: Nothing,
    output: z.object({ items: z.array(Category) }),
    run: listCategories,
  }),
  'catalogue.products': procedure({
    for: ['visitor'],
    about: 'Goods of a category or for words, page by page',
    input: ListProducts,
    output: ProductPage,
    run: listProducts,
  }),
  'catalogue.product': procedure({
    for: ['visitor'],
    about: 'One product with its SKUs',
    input: ShowProduct,
    output: Product,
    run: showProduct,
  }),
};

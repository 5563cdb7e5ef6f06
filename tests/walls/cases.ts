/** One import of a fixture. `type` is erased, `lazy` runs where it is needed, else it runs at once. */
export interface Import {
  from: string;
  to: string;
  how: 'value' | 'type' | 'lazy';
}

const run = (from: string, to: string): Import => ({ from, to, how: 'value' });
const type = (from: string, to: string): Import => ({ from, to, how: 'type' });
const lazy = (from: string, to: string): Import => ({ from, to, how: 'lazy' });

const cloud = 'cloudfunctions';
const kit = `${cloud}/kit/money.ts`;
const registry = `${cloud}/domains/registry.ts`;
const settings = `${cloud}/domains/settings.ts`;
const orders = `${cloud}/domains/orders`;
const cart = `${cloud}/domains/cart`;
const cloudTs = 'src/cloud.ts';

/** For every wall, imports that it must catch. */
export const broken: Record<string, Import[]> = {
  'files-form-no-cycle': [run('src/kit/a.ts', 'src/kit/b.ts'), run('src/kit/b.ts', 'src/kit/a.ts')],
  'every-import-is-found': [run('src/kit/lost.ts', 'src/kit/nowhere.ts')],
  'nothing-imports-tests': [run('src/kit/tested.ts', 'tests/support/rows.ts')],
  'nothing-deployed-imports-the-workshop': [
    run(`${cloud}/platform/log.ts`, `${cloud}/local/host.ts`),
    type(`${cloud}/entries/jobs.ts`, `${cloud}/local/host.ts`),
    run('src/app.tsx', `${cloud}/local/host.ts`),
  ],
  'deployed-code-runs-no-dev-dependency': [run(`${cloud}/platform/build.ts`, 'esbuild')],
  'kit-imports-only-kit': [
    run(kit, 'zod'),
    type(`${cloud}/kit/time.ts`, `${cloud}/platform/clock.ts`),
    run(`${cloud}/kit/json.ts`, 'node:fs'),
  ],
  'platform-imports-no-business': [type(`${cloud}/platform/outbox.ts`, registry)],
  'the-cloud-imports-nothing-of-the-phone': [
    run(`${cloud}/platform/draw.ts`, 'src/kit/canvas.ts'),
    run(`${cloud}/local/draw.ts`, 'src/kit/canvas.ts'),
  ],
  'the-cloud-runs-no-phone-package': [run(`${cloud}/platform/ui.ts`, 'react')],
  'entries-are-imported-by-nobody': [
    run(`${orders}/api.ts`, `${cloud}/entries/api.ts`),
    type('src/stores/cart.ts', `${cloud}/entries/api.ts`),
  ],
  'wx-server-sdk-is-loaded-lazily': [run(`${cloud}/platform/identity.ts`, 'wx-server-sdk')],
  'rules-run-only-kit-and-rules': [
    run(`${orders}/rules/cancel.ts`, `${orders}/schema.ts`),
    run(`${orders}/flow.ts`, `${orders}/store.ts`),
    run(`${orders}/refusals.ts`, 'zod'),
    run(`${orders}/rules/late.ts`, `${cloud}/platform/clock.ts`),
  ],
  'rules-see-only-schemas-as-types': [
    type(`${orders}/rules/rows.ts`, `${orders}/tables.ts`),
    type(`${orders}/rules/rows.ts`, `${cloud}/platform/clock.ts`),
  ],
  'schemas-import-only-zod-kit-flows-and-schemas': [
    run(`${orders}/schema.ts`, `${orders}/rules/cancel.ts`),
    type(`${cart}/schema.ts`, `${cart}/tables.ts`),
    run(`${cart}/schema/line.ts`, 'kysely'),
  ],
  'tables-import-nothing-above-them': [
    type(`${orders}/tables.ts`, `${orders}/store.ts`),
    type(`${cart}/tables.ts`, registry),
  ],
  'a-store-imports-no-rule-use-case-or-door': [
    run(`${orders}/store.ts`, `${orders}/rules/cancel.ts`),
    run(`${orders}/store/lines.ts`, `${orders}/usecases/place.ts`),
    type(`${cart}/store.ts`, `${cart}/api.ts`),
  ],
  'a-use-case-imports-no-door': [
    run(`${orders}/usecases/cancel.ts`, `${orders}/api.ts`),
    run(`${orders}/usecases/close.ts`, `${orders}/jobs/close.ts`),
  ],
  'only-the-platform-touches-the-world': [
    run(`${orders}/usecases/file.ts`, 'node:fs'),
    run(`${orders}/store/raw.ts`, 'pg'),
  ],
  'another-rooms-store-and-doors-are-its-own': [
    run(`${orders}/usecases/peek.ts`, `${cart}/store.ts`),
    run(`${orders}/api.ts`, `${cart}/api.ts`),
    run(`${orders}/jobs.ts`, `${cart}/jobs.ts`),
    type(`${orders}/usecases/look.ts`, `${cart}/store/lines.ts`),
  ],
  'another-rooms-tables-are-for-the-registry': [
    type(`${orders}/store/join.ts`, `${cart}/tables.ts`),
  ],
  'another-rooms-use-case-only-from-a-use-case-or-door': [
    run(`${orders}/store/deed.ts`, `${cart}/usecases/quote.ts`),
    type(`${orders}/rules/deed.ts`, `${cart}/usecases/quote.ts`),
  ],
  'the-registry-joins-only-tables-and-events': [
    type(registry, `${orders}/store.ts`),
    run(registry, `${orders}/usecases/place.ts`),
    run(settings, `${orders}/rules/timers.ts`),
  ],
  'every-room-stands-in-the-order': [run(`${cloud}/domains/lottery/usecases/draw.ts`, kit)],
  ...roomOrder((earlier, later) => [
    type(`${cloud}/domains/${earlier}/usecases/up.ts`, `${cloud}/domains/${later}/schema.ts`),
  ]),
  'the-phone-runs-only-kit-rules-flows-and-refusals': [
    run('src/features/orders/form.tsx', `${orders}/schema.ts`),
    run(cloudTs, `${cloud}/entries/api.ts`),
  ],
  'the-phone-sees-only-schemas-as-types': [
    type('src/features/orders/row.tsx', `${orders}/tables.ts`),
    type(cloudTs, `${cloud}/platform/procedure.ts`),
  ],
  'only-cloud-ts-sees-the-procedures': [
    type('src/features/orders/ask.tsx', `${orders}/api.ts`),
    type('src/stores/session.ts', `${cloud}/entries/api.ts`),
  ],
  'the-phone-runs-no-server-package': [run('src/kit/check.ts', 'zod')],
  'kit-and-ui-know-no-business': [
    run('src/ui/Badge.tsx', `${orders}/refusals.ts`),
    run('src/kit/ask.ts', cloudTs),
    type('src/ui/Bar.tsx', 'src/stores/session.ts'),
  ],
  'stores-import-no-feature-or-page': [
    run('src/stores/cart.ts', 'src/features/cart/Line.tsx'),
    run(cloudTs, 'src/pages/home/index.tsx'),
  ],
  'features-do-not-meet': [run('src/features/orders/Card.tsx', 'src/features/cart/Line.tsx')],
  'pages-are-imported-by-nobody-else': [
    run('src/features/orders/Link.tsx', 'src/pages/shopper/order/index.tsx'),
    run('src/app.tsx', 'src/pages/home/index.tsx'),
  ],
  'subpackages-do-not-meet': [
    run('src/pages/guide/card/index.tsx', 'src/pages/shopper/order/Lines.tsx'),
    run('src/pages/home/index.tsx', 'src/pages/manager/desk/Figures.tsx'),
  ],
};

/** For every wall, imports that come close to it and are allowed. */
export const kept: Record<string, Import[]> = {
  'files-form-no-cycle': [run('src/kit/a.ts', 'src/kit/b.ts'), run('src/kit/b.ts', 'src/kit/c.ts')],
  'every-import-is-found': [run('src/kit/a.ts', 'src/kit/found.ts')],
  'nothing-imports-tests': [run('tests/kit/a.test.ts', 'tests/support/rows.ts')],
  'nothing-deployed-imports-the-workshop': [
    run('tests/local.test.ts', `${cloud}/local/host.ts`),
    run(`${cloud}/local/start.ts`, `${cloud}/local/host.ts`),
    run(`${cloud}/local/host.ts`, `${cloud}/entries/api.ts`),
  ],
  'deployed-code-runs-no-dev-dependency': [
    run(`${cloud}/platform/database.ts`, 'pg'),
    run(`${cloud}/local/bundle.ts`, 'esbuild'),
    type(`${cloud}/platform/database.ts`, 'esbuild'),
  ],
  'kit-imports-only-kit': [run(kit, `${cloud}/kit/refusal.ts`)],
  'platform-imports-no-business': [
    run(`${cloud}/platform/outbox.ts`, kit),
    run(`${cloud}/platform/outbox.ts`, `${cloud}/platform/database.ts`),
    run(`${cloud}/platform/secret.ts`, 'node:crypto'),
  ],
  'the-cloud-imports-nothing-of-the-phone': [run(cloudTs, kit)],
  'the-cloud-runs-no-phone-package': [run('src/app.tsx', 'react')],
  'entries-are-imported-by-nobody': [
    run('tests/entries.test.ts', `${cloud}/entries/jobs.ts`),
    run(`${cloud}/entries/jobs.ts`, `${cloud}/entries/settle.ts`),
  ],
  'wx-server-sdk-is-loaded-lazily': [
    lazy(`${cloud}/platform/identity.ts`, 'wx-server-sdk'),
    type(`${cloud}/platform/identity.ts`, 'wx-server-sdk'),
  ],
  'rules-run-only-kit-and-rules': [
    run(`${orders}/rules/cancel.ts`, kit),
    run(`${orders}/rules/cancel.ts`, `${orders}/flow.ts`),
    run(`${orders}/rules/cancel.ts`, `${orders}/refusals.ts`),
    run(`${orders}/rules/price.ts`, `${cart}/rules/quote.ts`),
  ],
  'rules-see-only-schemas-as-types': [
    type(`${orders}/rules/cancel.ts`, `${orders}/schema.ts`),
    type(`${orders}/rules/cancel.ts`, settings),
  ],
  'schemas-import-only-zod-kit-flows-and-schemas': [
    run(`${orders}/schema.ts`, 'zod'),
    run(`${orders}/schema.ts`, kit),
    run(`${orders}/schema.ts`, `${orders}/flow.ts`),
    run(`${orders}/schema.ts`, `${cart}/schema.ts`),
  ],
  'tables-import-nothing-above-them': [
    type(`${orders}/tables.ts`, `${orders}/schema.ts`),
    type(`${orders}/tables.ts`, 'kysely'),
  ],
  'a-store-imports-no-rule-use-case-or-door': [
    type(`${orders}/store.ts`, `${orders}/tables.ts`),
    type(`${orders}/store.ts`, registry),
    run(`${orders}/store.ts`, `${cloud}/platform/database.ts`),
  ],
  'a-use-case-imports-no-door': [
    run(`${orders}/usecases/place.ts`, `${orders}/store.ts`),
    run(`${orders}/api.ts`, `${orders}/usecases/place.ts`),
  ],
  'only-the-platform-touches-the-world': [
    run(`${orders}/store.ts`, 'kysely'),
    run(`${orders}/usecases/areas.ts`, '@vant/area-data'),
    run(`${orders}/usecases/place.ts`, `${cloud}/platform/ids.ts`),
  ],
  'another-rooms-store-and-doors-are-its-own': [
    run(`${orders}/usecases/place.ts`, `${cart}/usecases/quote.ts`),
    run(`${orders}/jobs.ts`, `${orders}/store.ts`),
  ],
  'another-rooms-tables-are-for-the-registry': [
    type(registry, `${orders}/tables.ts`),
    type(registry, `${cart}/tables.ts`),
  ],
  'another-rooms-use-case-only-from-a-use-case-or-door': [
    run(`${orders}/jobs.ts`, `${cart}/usecases/quote.ts`),
    run(`${orders}/usecases/place.ts`, `${cart}/usecases/quote.ts`),
  ],
  'the-registry-joins-only-tables-and-events': [
    type(registry, `${orders}/schema.ts`),
    type(registry, `${cloud}/platform/database.ts`),
    type(`${orders}/usecases/place.ts`, registry),
  ],
  'every-room-stands-in-the-order': [run(`${orders}/usecases/place.ts`, kit)],
  ...roomOrder((earlier, later) => [
    type(`${cloud}/domains/${later}/usecases/down.ts`, `${cloud}/domains/${earlier}/schema.ts`),
  ]),
  'the-phone-runs-only-kit-rules-flows-and-refusals': [
    run('src/features/orders/Card.tsx', `${orders}/rules/cancel.ts`),
    run('src/features/orders/Card.tsx', `${orders}/flow.ts`),
    run('src/features/orders/Card.tsx', `${orders}/refusals.ts`),
  ],
  'the-phone-sees-only-schemas-as-types': [
    type('src/features/orders/Card.tsx', `${orders}/schema.ts`),
  ],
  'only-cloud-ts-sees-the-procedures': [
    type(cloudTs, `${cloud}/entries/api.ts`),
    run('src/features/orders/Card.tsx', cloudTs),
  ],
  'the-phone-runs-no-server-package': [run('src/stores/session.ts', 'zustand')],
  'kit-and-ui-know-no-business': [
    run('src/ui/Price.tsx', kit),
    run('src/ui/Price.tsx', 'src/kit/text.ts'),
  ],
  'stores-import-no-feature-or-page': [
    run('src/stores/cart.ts', cloudTs),
    run('src/features/cart/Line.tsx', 'src/stores/cart.ts'),
  ],
  'features-do-not-meet': [run('src/features/cart/Line.tsx', 'src/features/cart/Stepper.tsx')],
  'pages-are-imported-by-nobody-else': [
    run('src/pages/home/index.tsx', 'src/features/cart/Line.tsx'),
    run('src/pages/home/index.tsx', 'src/features/orders/Card.tsx'),
  ],
  'subpackages-do-not-meet': [
    run('src/pages/guide/card/index.tsx', 'src/pages/guide/card/Poster.tsx'),
    run('src/pages/guide/card/index.tsx', 'src/ui/Price.tsx'),
  ],
};

/** One case for each neighbouring pair of rooms, named as its wall. */
function roomOrder(importsOf: (earlier: string, later: string) => Import[]) {
  const order = [
    'members catalogue media promotions coupons points wallet guides referral cart payments',
    'orders delivery group-buy after-sales reviews messaging workbench reports',
  ]
    .join(' ')
    .split(' ');
  const pairs = order.slice(1).map((later, index) => [order[index] ?? '', later] as const);
  return Object.fromEntries(
    pairs.map(([earlier, later]) => [
      `${earlier}-imports-no-later-room`,
      importsOf(earlier, later),
    ]),
  );
}

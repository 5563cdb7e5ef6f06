// Which file may import which. Every wall says its name when somebody runs into it, and tests/walls shows that it stands.

/** The rooms from the ground up: a room imports only rooms before it, so rooms can't form a cycle. */
const rooms = [
  ['members', 'catalogue', 'media'],
  ['promotions', 'coupons', 'points', 'wallet', 'guides', 'referral'],
  ['cart', 'payments'],
  ['orders', 'delivery', 'group-buy', 'after-sales', 'reviews'],
  ['messaging', 'workbench', 'reports'],
].flat();

const room = '^cloudfunctions/domains/([^/]+)/';
const anyRoom = '^cloudfunctions/domains/[^/]+/';
const registry = '^cloudfunctions/domains/registry\\.ts$';

/** Files of these layers of a room, be the layer a file or a folder: `store.ts` as well as `store/lines.ts`. */
const layers = (names, inRoom = anyRoom) => `${inRoom}(${names})(\\.ts$|/)`;

const kit = '^cloudfunctions/kit/';
/** What words mean: each room’s schema, and the settings of the shop. */
const schemas = [layers('schema'), '^cloudfunctions/domains/settings\\.ts$'];
/** The files beside the rooms: the registry and what belongs to no room. */
const besideRooms = '^cloudfunctions/domains/[^/]+\\.ts$';
const pure = layers('rules|flow|refusals');
const doors = 'api|jobs';
const typeOnly = ['type-only'];
const packages = (names) => `(^|/)node_modules/(${names})(/|$)`;
const deployedCloud = '^cloudfunctions/(kit|platform|domains|entries)/';

/** A wall: importing from `from` into `to` fails with `name`, and `comment` says what to do instead. */
const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const everywhere = [
  wall('files-form-no-cycle', 'Move what both need into a third file.', {}, { circular: true }),
  wall(
    'every-import-is-found',
    'The file or package does not exist.',
    {},
    { couldNotResolve: true },
  ),
  wall(
    'nothing-imports-tests',
    'Tests know the code, never the other way.',
    { pathNot: '^tests/' },
    { path: '^tests/' },
  ),
  wall(
    'nothing-deployed-imports-the-workshop',
    'cloudfunctions/local stays on the developer’s machine.',
    { path: ['^src/', deployedCloud] },
    { path: '^cloudfunctions/local/' },
  ),
  wall(
    'deployed-code-runs-no-dev-dependency',
    'What runs at the customer’s stands in dependencies.',
    { path: ['^src/', deployedCloud] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: typeOnly },
  ),
];

const cloud = [
  wall(
    'kit-imports-only-kit',
    'The kit is pure: no package, no platform, no business.',
    { path: kit },
    { pathNot: kit },
  ),
  wall(
    'platform-imports-no-business',
    'The platform is the world outside shopping: kit, platform and packages.',
    { path: '^cloudfunctions/platform/' },
    { path: ['^cloudfunctions/', '^src/'], pathNot: ['^cloudfunctions/platform/', kit] },
  ),
  wall(
    'the-cloud-imports-nothing-of-the-phone',
    'The phone knows the functions, never the other way.',
    { path: '^cloudfunctions/' },
    { path: ['^src/', '^config/'] },
  ),
  wall(
    'the-cloud-runs-no-phone-package',
    'Functions draw nothing and keep no phone state.',
    { path: deployedCloud },
    { path: packages('@tarojs|react|react-dom|zustand') },
  ),
  wall(
    'entries-are-imported-by-nobody',
    'Only tests and the local host start an entry; what two need belongs to a room.',
    {
      path: ['^src/', '^config/', '^cloudfunctions/(kit|platform|domains)/'],
      pathNot: '^src/cloud\\.ts$',
    },
    { path: '^cloudfunctions/entries/' },
  ),
  wall(
    'wx-server-sdk-is-loaded-lazily',
    'Loading it costs 340 ms, and outside the cloud it ends the process: require it where it is needed.',
    {},
    {
      path: packages('wx-server-sdk'),
      dynamic: false,
      dependencyTypesNot: ['type-only', 'require'],
    },
  ),
];

const insideRooms = [
  wall(
    'rules-run-only-kit-and-rules',
    'Rules, flows and refusals are pure: give them what they need as arguments.',
    { path: pure },
    { pathNot: [kit, pure], dependencyTypesNot: typeOnly },
  ),
  wall(
    'rules-see-only-schemas-as-types',
    'Rules know the words of a room, not its tables, use cases or doors.',
    { path: pure },
    { pathNot: [kit, pure, ...schemas], dependencyTypes: typeOnly },
  ),
  wall(
    'schemas-import-only-zod-kit-flows-and-schemas',
    'A schema says what words mean; it decides and stores nothing.',
    { path: schemas },
    { pathNot: [kit, ...schemas, layers('flow'), packages('zod')] },
  ),
  wall(
    'tables-import-nothing-above-them',
    'Tables are the ground of a room’s store.',
    { path: layers('tables') },
    { path: [layers(`store|usecases|${doors}`), registry] },
  ),
  wall(
    'a-store-imports-no-rule-use-case-or-door',
    'A store finds, locks, adds and saves rows; a use case decides.',
    { path: layers('store') },
    { path: layers(`rules|usecases|${doors}`) },
  ),
  wall(
    'a-use-case-imports-no-door',
    'Doors open onto use cases.',
    { path: layers('usecases') },
    { path: layers(doors) },
  ),
  wall(
    'only-the-platform-touches-the-world',
    'Rooms use zod, Kysely and the list of areas; time, ids, secrets and the network come from the platform.',
    { path: '^cloudfunctions/domains/' },
    {
      pathNot: ['^cloudfunctions/', '^src/', packages('zod|kysely|@vant/area-data')],
      couldNotResolve: false,
    },
  ),
];

const betweenRooms = [
  wall(
    'another-rooms-store-and-doors-are-its-own',
    'Ask the other room’s use case, or listen to its event.',
    { path: room },
    { path: layers(`store|${doors}`), pathNot: '^cloudfunctions/domains/$1/' },
  ),
  wall(
    'another-rooms-tables-are-for-the-registry',
    'The store of the room that owns the table reads and writes it.',
    { path: room },
    { path: layers('tables'), pathNot: '^cloudfunctions/domains/$1/' },
  ),
  wall(
    'another-rooms-use-case-only-from-a-use-case-or-door',
    'Lower layers do not start deeds.',
    { path: room, pathNot: layers(`usecases|${doors}`) },
    { path: layers('usecases'), pathNot: '^cloudfunctions/domains/$1/' },
  ),
  wall(
    'the-registry-joins-only-tables-and-events',
    'The registry names the rooms’ tables and events, and the Context; it runs nothing.',
    { path: besideRooms },
    { path: anyRoom, pathNot: layers('tables|schema') },
  ),
  wall(
    'every-room-stands-in-the-order',
    'Name the new room in config/walls.cjs, after the rooms that it needs.',
    { path: anyRoom, pathNot: `^cloudfunctions/domains/(${rooms.join('|')})/` },
    {},
  ),
  ...rooms
    .slice(0, -1)
    .map((name, index) =>
      wall(
        `${name}-imports-no-later-room`,
        `To answer upward, ${name} announces an event. Order: ${rooms.join(', ')}.`,
        { path: `^cloudfunctions/domains/${name}/` },
        { path: `^cloudfunctions/domains/(${rooms.slice(index + 1).join('|')})/` },
      ),
    ),
];

const procedures = ['^cloudfunctions/entries/api(\\.ts$|/)', layers('api')];

const phone = [
  wall(
    'the-phone-runs-only-kit-rules-flows-and-refusals',
    'Everything else of the functions is a type there, or absent.',
    { path: '^src/' },
    { path: '^cloudfunctions/', pathNot: [kit, pure], dependencyTypesNot: typeOnly },
  ),
  wall(
    'the-phone-sees-only-schemas-as-types',
    'The phone knows a room’s words, not its tables, stores or use cases.',
    { path: '^src/' },
    {
      path: '^cloudfunctions/',
      pathNot: [kit, pure, ...schemas, ...procedures],
      dependencyTypes: typeOnly,
    },
  ),
  wall(
    'only-cloud-ts-sees-the-procedures',
    'Ask through src/cloud.ts.',
    { path: '^src/', pathNot: '^src/cloud\\.ts$' },
    { path: procedures },
  ),
  wall(
    'the-phone-runs-no-server-package',
    'zod probes new Function, which WeChat forbids; drivers have no place there.',
    { path: '^src/' },
    {
      path: packages('zod|kysely|pg|uuidv7|wechatpay-axios-plugin|wx-server-sdk'),
      dependencyTypesNot: typeOnly,
    },
  ),
  wall(
    'kit-and-ui-know-no-business',
    'Parts with a room’s words are features.',
    { path: '^src/(kit|ui)/' },
    { path: ['^src/', '^cloudfunctions/'], pathNot: ['^src/(kit|ui)/', kit] },
  ),
  wall(
    'stores-import-no-feature-or-page',
    'Floors: kit and ui, then stores, then features, then pages.',
    { path: ['^src/stores/', '^src/cloud\\.ts$'] },
    { path: '^src/(features|pages)/' },
  ),
  wall(
    'features-do-not-meet',
    'A page joins features; what two of them draw belongs to ui.',
    { path: '^src/features/([^/]+)/' },
    { path: '^src/features/', pathNot: '^src/features/$1/' },
  ),
  wall(
    'pages-are-imported-by-nobody-else',
    'Pages are the top floor.',
    { path: '^src/', pathNot: '^src/pages/' },
    { path: '^src/pages/' },
  ),
  wall(
    'subpackages-do-not-meet',
    'Each package of pages loads alone; share through features and ui.',
    { path: '^src/pages/([^/]+)/' },
    { path: '^src/pages/', pathNot: '^src/pages/$1/' },
  ),
];

module.exports = {
  forbidden: [...everywhere, ...cloud, ...insideRooms, ...betweenRooms, ...phone],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|bench|\\.shuke|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};

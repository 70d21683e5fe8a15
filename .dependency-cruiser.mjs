/**
 * Who may import whom: the table of CONVENTIONS.md, once. Anything that a row does not name is forbidden.
 * `test/boundaries/` proves each row by breaking it.
 */
export const table = {
  'packages/seat-codec': { packages: [], modules: [] },
  'packages/contract': { packages: ['seat-codec'], modules: ['zod'] },
  'packages/client': { packages: ['contract'], modules: [] },
  'packages/store': { packages: ['contract', 'client'], modules: ['dpop', 'idb-keyval'] },
  'packages/seat-map': { packages: ['seat-codec'], modules: [] },
  'packages/elements': { packages: ['contract', 'store', 'seat-map'], modules: ['lit', '@lit'] },
  'packages/embed': { packages: ['elements'], modules: [] },
  'server/relay': {
    packages: ['contract', 'seat-codec'],
    modules: [
      ...['zod', 'express', 'soap', 'saxes', 'iconv-lite', 'htmlparser2', 'pino', 'helmet', 'cors', 'jose'],
      ...['bwip-js', 'ipaddr.js', 'lru-cache', 'stream-json', 'stream-chain'],
      ...['kysely', '@photostructure/sqlite', 'pg', 'prom-client'],
    ],
  },
  'server/simulator': { packages: [], modules: ['express', 'saxes', 'jose', 'pdf-lib', 'bwip-js'] },
};

const rows = Object.entries(table).map(([folder, { packages, modules }]) => ({
  name: `${folder} imports only what its row allows`,
  severity: 'error',
  from: { path: `^${folder}/src/`, pathNot: '\\.(test|fixture)\\.ts$' },
  to: {
    pathNot: [
      `^${folder}/src/`,
      ...packages.map((name) => `^packages/${name}/(src|dist)/`),
      ...modules.map((name) => `node_modules/${name}/`),
      ...(folder.startsWith('server/') ? ['^(node:)?[a-z_/]+$'] : []),
      // Elsewhere `shop/` alone builds the client.
      ...(folder === 'packages/elements' ? ['^packages/client/(src|dist)/'] : []),
    ],
  },
}));

/** Of the relay: what every service may import. Each knows only those before it. */
const groundFloors = ['state', 's360', 'order'];
/** Every other folder of the relay but `http`, which binds the services' endpoints, is a service. */
const noService = `^server/relay/src/(http|${groundFloors.join('|')})/`;

const publicElements = [
  'shop',
  'event-list',
  'event',
  'seat-picker',
  'cart',
  'checkout',
  'my-orders',
  'account',
];

export default {
  forbidden: [
    {
      name: 'no circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...rows,
    {
      name: 'only shop/ builds the client',
      severity: 'error',
      from: { path: '^packages/elements/src/', pathNot: '^packages/elements/src/shop/|\\.test\\.ts$' },
      to: { path: '^packages/client/' },
    },
    {
      name: "one public element does not import another's folder",
      severity: 'error',
      from: { path: `^packages/elements/src/(${publicElements.join('|')})/` },
      to: {
        path: `^packages/elements/src/(${publicElements.join('|')})/`,
        pathNot: '^packages/elements/src/$1/',
      },
    },
    {
      name: 'the inner parts of the elements know no public element',
      severity: 'error',
      from: { path: '^packages/elements/src/(base|styles|locales|pieces)/', pathNot: '\\.test\\.ts$' },
      to: { path: `^packages/elements/src/(${publicElements.join('|')})/` },
    },
    {
      name: 'a service folder of the relay imports ground floors and not a sibling',
      severity: 'error',
      from: { path: '^server/relay/src/([^/]+)/', pathNot: noService },
      to: { path: '^server/relay/src/[^/]+/', pathNot: ['^server/relay/src/$1/', noService] },
    },
    {
      name: 'a ground floor of the relay knows no service',
      severity: 'error',
      from: { path: noService },
      to: { path: '^server/relay/src/[^/]+/', pathNot: noService },
    },
    ...groundFloors.map((floor, index) => ({
      name: `${floor}/ of the relay knows no floor above it`,
      severity: 'error',
      from: { path: `^server/relay/src/${floor}/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^server/relay/src/(${['http', ...groundFloors.slice(index + 1)].join('|')})/` },
    })),
    {
      name: 'services ask at the door of order/, tests also for its doubles',
      severity: 'error',
      from: { path: '^server/relay/src/', pathNot: '^server/relay/src/order/|\\.(test|fake|trial)\\.ts$' },
      to: { path: '^server/relay/src/order/', pathNot: '^server/relay/src/order/index\\.ts$' },
    },
    {
      name: 'soap only inside s360/',
      severity: 'error',
      from: { path: '^server/relay/src/', pathNot: '^server/relay/src/s360/' },
      to: { path: '^node_modules/soap/' },
    },
    {
      name: 'stories and tests use package entries only',
      severity: 'error',
      from: { path: '^(stories|test)/' },
      to: {
        path: '^(packages|server)/[^/]+/src/',
        pathNot: '^packages/[^/]+/src/(index|endpoints|lead-price|problem)\\.ts$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(dist|coverage|\\.state)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@s360-widgets/source', 'import', 'types', 'default'],
    },
  },
};

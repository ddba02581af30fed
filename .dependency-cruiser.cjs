/**
 * The walls between the rooms (docs/decisions), for every import as it is written, types included.
 * What is reachable once types are gone is judged by .dependency-cruiser.runtime.cjs.
 *
 *   domain → nothing          contract → domain            cloud → contract, domain
 *   gateway → contract (types only), domain
 *   features → gateway, ui, domain, contract (types only)  no feature imports another feature
 *   ui → NutUI, domain (words)  pages → features, ui        nothing but tests imports cloud
 */
const ROOMS = '^src/(domain|contract|cloud|gateway|features|ui|pages)/'
const PACKAGES = '(^|/)node_modules/'

/** The files that something outside the source starts: Taro the app and its pages, Node the hosts and threads. */
const ENTRIES = [
  '^src/app([.]config)?[.]tsx?$',
  '^src/pages/.+[.](config[.]ts|tsx)$',
  '^src/cloud/files/pdf-worker[.]ts$',
  '^src/cloud/hosts/(migrate|import-stations|rotate-keys|verify-ballot|[^/]+/(main|index|api|clock))[.]ts$',
]

/** Taro takes `name.h5.ts` in the place of `name.ts` for the platform in its name. */
const PLATFORM_TWIN = '[.](h5|weapp)[.]tsx?$'

/** A room may import its own files and those of the rooms named, and no other room. */
const wall = (room, allowed, comment) => ({
  name: `${room}-imports-${allowed.length === 0 ? 'no-room' : allowed.join('-')}`,
  comment,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
})

/** A room may import only the packages whose path matches, besides relative files. */
const packages = (room, pattern, comment) => ({
  name: `${room}-packages`,
  comment,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: PACKAGES, pathNot: pattern },
})

const named = (...names) => `node_modules/(${names.join('|')})/`

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'No program reaches this file: use it or remove it.',
      severity: 'error',
      from: { path: ENTRIES },
      to: {
        path: '^src/.+[.]tsx?$',
        pathNot: ['[.]d[.]ts$', PLATFORM_TWIN, ...ENTRIES],
        reachable: false,
      },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-packages',
      comment: 'A package must stand in package.json by itself, not come with another.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs in production must be a production dependency.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
    },

    wall('domain', [], 'The domain knows only itself.'),
    wall('contract', ['domain'], 'The contract speaks of the domain.'),
    wall('cloud', ['contract', 'domain'], 'The cloud layer never sees the client.'),
    wall('gateway', ['contract', 'domain'], 'The gateway is the client’s only door out.'),
    wall('features', ['gateway', 'ui', 'domain', 'contract'], 'Behaviour on screen.'),
    wall(
      'ui',
      ['domain'],
      'The ui room draws the domain’s words (categories, dates); it knows no feature.',
    ),
    wall('pages', ['features', 'ui'], 'Pages are thin routes.'),
    {
      name: 'contract-as-types-only',
      comment: 'The schemas (and with them valibot) must not reach the phone: import type.',
      severity: 'error',
      from: { path: '^src/(gateway|features)/' },
      to: { path: '^src/contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-feature-imports-another',
      comment: 'What two features share belongs to ui, domain or gateway.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'no-page-imports-another',
      comment: 'Pages are thin; what two of them share is a feature.',
      severity: 'error',
      from: { path: '^src/pages/([^/]+/[^/]+)/' },
      to: { path: '^src/pages/', pathNot: '^src/pages/$1/' },
    },
    {
      name: 'app-imports-no-page-and-no-cloud',
      comment: 'The entry sets the scene; pages are found by app.config.ts.',
      severity: 'error',
      from: { path: '^src/app(\\.config)?\\.tsx?$' },
      to: { path: '^src/(pages|cloud|contract)/' },
    },
    {
      name: 'no-room-imports-the-entry',
      comment: 'Nothing depends on the entry.',
      severity: 'error',
      from: { path: ROOMS },
      to: { path: '^src/[^/]+$' },
    },
    {
      name: 'only-tests-import-the-cloud',
      comment: 'The client asks the cloud over the wire.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cloud/' },
      to: { path: '^src/cloud/' },
    },
    {
      name: 'source-imports-no-test',
      comment: 'Tests depend on the source, never the other way.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|config)/' },
    },

    packages(
      'domain',
      named('dayjs', 'chinese-days', 'opencc-js', 'fast-sha256', 'otpauth'),
      'The domain is pure: no I/O, no frameworks.',
    ),
    {
      name: 'dictionary-of-characters-for-names-alone',
      comment: 'The dictionary (109 KB) is for the names of parties; the phone never loads it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/domain/consultation/party-name[.]ts$' },
      to: { path: named('opencc-js') },
    },
    {
      name: 'names-of-parties-in-the-cloud-alone',
      comment: 'The phone never loads the dictionary.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cloud/' },
      to: { path: '^src/domain/consultation/party-name[.]ts$' },
    },
    {
      name: 'charts-in-a-browser-alone',
      comment: 'The mini-program shows tables and never loads what draws charts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/ui/chart/chart[.]h5[.]tsx$' },
      to: { path: named('chartist') },
    },
    packages('contract', named('valibot'), 'The contract is schemas and types.'),
    packages(
      'ui',
      named('@nutui', '@tarojs', '@types/react', 'react', 'zustand', 'uqr', 'chartist'),
      'The ui room draws.',
    ),
    packages(
      'gateway',
      named('@noble', '@tarojs', 'fflate', 'zustand'),
      'The gateway speaks to the platform.',
    ),
    packages(
      'features',
      named('@tarojs', '@types/react', 'react', 'zustand'),
      'Behaviour on screen.',
    ),
    packages('pages', named('@tarojs', '@types/react', 'react'), 'Pages are thin routes.'),
    {
      name: 'no-node-core-where-the-phone-can-come',
      comment: 'No Node core where the phone can come.',
      severity: 'error',
      from: { path: '^src/(domain|contract|gateway|features|ui|pages)/|^src/app' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}

const rootDir = require('node:path').resolve(__dirname, '..')

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
]

const base = {
  rootDir,
  // The ciphers come as modules alone.
  transform: { '^.+\\.tsx?$': swc, '/node_modules/(@noble|otpauth)/.+\\.js$': swc },
  transformIgnorePatterns: ['/node_modules/(?!(@noble|otpauth|chinese-days)/)'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  setupFiles: [
    '<rootDir>/test/support/property-seed.ts',
    ...(process.env.KEEP_STATEMENTS ? ['<rootDir>/test/support/kept-statements.ts'] : []),
  ],
  testEnvironment: 'node',
  // Each look at a global of a test's own world is a call out of it; these are handed to each module.
  // No test may put another in the place of one of them, as with Date and the timers.
  sandboxInjectedGlobals: [
    ...['Math', 'Object', 'Array', 'Map', 'Set', 'JSON', 'Number', 'String', 'Promise', 'Symbol'],
    'Uint8Array',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.artifacts/'],
}
/**
 * These projects have a database server of their own (test/support/database.ts), with the sample
 * programme for those whose tests look at screens (test/support/demo-host.ts).
 */
const withDatabase = (testServer, { demo = false } = {}) => ({
  ...(demo && { testEnvironment: '<rootDir>/test/support/screens-environment.ts' }),
  globalSetup: '<rootDir>/test/support/database-server-start.ts',
  globalTeardown: '<rootDir>/test/support/database-server-stop.ts',
  globals: { testServer, demo },
})
const project = (displayName, folders, more = {}) => ({
  ...base,
  displayName,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`),
  ...more,
})

module.exports = {
  rootDir,
  maxWorkers: 2,
  // A limit for what hangs, on machines that are slow or busy; no speed is held by it.
  testTimeout: 90_000,
  testSequencer: '<rootDir>/test/runner/dearest-first.cjs',
  projects: [
    project('unit', ['domain', 'contract', 'gateway', 'features', 'ui', 'runner', 'older-host']),
    project('cloud', ['cloud', 'simulation'], withDatabase('cloud')),
    project('race', ['race', 'faults'], withDatabase('race')),
    project('weapp', ['weapp'], withDatabase('weapp', { demo: true })),
    project('journeys', ['journeys'], withDatabase('journeys', { demo: true })),
    project('gates', ['gates']),
  ],
}

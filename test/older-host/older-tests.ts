import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { OlderRelease } from './checkout'
import { ROOT } from './options'
import { SCHEMA_IN } from './schema-in'

/** What came of tests of the older release on the schema of this tree. */
export interface OlderTests {
  /** The last step of the schema that they ran on. */
  schema: string
  passed: number
  /** By their names, with what each said. */
  failed: { test: string; said: string }[]
}

interface Report {
  numPassedTests: number
  testResults: {
    name: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** Runs tests of the older release, by its own runner, source and bundles, on the schema of this tree. */
export function runOlderTests({ folder }: OlderRelease, pattern: string): OlderTests {
  const [schemaIn, report] = [path.join(folder, 'schema.txt'), path.join(folder, 'tests.json')]
  const config = path.join(folder, 'older-host.config.js')
  writeFileSync(config, CONFIG)
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(folder, 'node_modules/jest/bin/jest.js'),
      ...['-c', config, '--testPathPattern', pattern, '--json', '--outputFile', report],
    ],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, [SCHEMA_IN]: schemaIn } },
  )
  if (!existsSync(report) || !existsSync(schemaIn))
    throw new Error(`The older tests were not run:\n${stdout}${stderr}`)
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  return {
    schema: readFileSync(schemaIn, 'utf8'),
    passed: numPassedTests,
    failed: testResults.flatMap(failedOf),
  }
}

function failedOf({ name, message, assertionResults }: Report['testResults'][number]) {
  const failed = assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => ({ test: fullName, said: failureMessages.join('\n') }))
  // A file that could not be read has no tests.
  return assertionResults.length === 0 ? [{ test: path.basename(name), said: message }] : failed
}

const support = (file: string) => JSON.stringify(path.join(ROOT, 'test', file))

/** Its own project of cloud tests, on a server that this tree has prepared. */
const CONFIG = `
const config = require('./test/jest.config.js')
const cloud = config.projects.find(({ displayName }) => displayName === 'cloud')
const server = {
  globalSetup: ${support('older-host/server-start.ts')},
  globalTeardown: ${support('support/database-server-stop.ts')},
}
module.exports = { ...config, projects: [{ ...cloud, ...server }] }
`

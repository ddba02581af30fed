import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Lock, lockOf } from '../../../config/builds/lock-of'
import { currentCloudBundles } from '../../support/cloud-bundles'

/** Of an image nothing can be looked at without a builder of images; of what it is built by, this. */
const text = (file: string) => readFileSync(path.resolve(file), 'utf8')
const json = <Content>(file: string) => JSON.parse(text(file)) as Content
const lines = text('config/container/Dockerfile')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
const said = (word: string) =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))

test('an image holds what was built for it and nothing else, and runs as nobody who may change it', () => {
  const copied = said('COPY').flatMap((line) => line.split(/\s+/).slice(0, -1))
  for (const source of copied) expect(source).toMatch(/^dist\/(container|h5)\//)
  const seen = text('config/container/Dockerfile.dockerignore').trim().split('\n')
  expect(seen).toEqual(['*', '!dist/container', '!dist/h5'])
  expect(said('USER')).toEqual(['node'])
  const afterUser = lines.slice(lines.indexOf('USER node') + 1)
  expect(afterUser.filter((line) => /^(COPY|ADD|RUN|USER) /.test(line))).toEqual([])
})

test('what is installed in an image is what the tests ran with, and leaves no cache', async () => {
  expect(said('RUN')).toEqual([
    'npm ci --omit=dev --ignore-scripts --no-audit --no-fund --cache=/tmp/npm && rm -rf /tmp/npm',
  ])
  await currentCloudBundles()
  const { dependencies } = json<{ dependencies: object }>('dist/container/package.json')
  const whole = json<Lock>('package-lock.json').packages
  const { '': own, ...installed } = json<Lock>('dist/container/package-lock.json').packages
  expect(own).toMatchObject({ dependencies })
  for (const [place, locked] of Object.entries(installed)) expect(locked).toEqual(whole[place])
  for (const name of ['sharp', '@img/sharp-linux-x64', '@img/sharp-libvips-linux-x64']) {
    expect(installed).toHaveProperty([`node_modules/${name}`, 'integrity'])
  }
})

test('a lock has the version that each asker finds, and knows what is missing', () => {
  const packages = {
    'node_modules/a': { version: '1', dependencies: { b: '*' } },
    'node_modules/a/node_modules/b': { version: '2', dependencies: { c: '*' } },
    'node_modules/b': { version: '1' },
    'node_modules/c': { version: '1', optionalDependencies: { b: '*' } },
    'node_modules/d': { version: '1' },
  }
  const lock = { lockfileVersion: 3, packages }
  const made = lockOf(lock, { name: 'own', version: '1', dependencies: { a: '1' } })
  expect(Object.keys(made.packages)).toEqual([
    '',
    'node_modules/a',
    'node_modules/a/node_modules/b',
    'node_modules/b',
    'node_modules/c',
  ])
  const unknown = { name: 'own', version: '1', dependencies: { e: '1' } }
  expect(() => lockOf(lock, unknown)).toThrow('e is not in package-lock.json.')
})

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import webpack from 'webpack'
import { OtherFiles } from '../../config/resolve/other-files'

const { MultiPlatformPlugin } = jest.requireActual<{
  MultiPlatformPlugin: new (source: string, target: string, options: object) => object
}>('@tarojs/runner-utils')

const ENDINGS = ['.js', '.jsx', '.ts', '.tsx']

let folder: string
let environment: NodeJS.ProcessEnv
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'changlai-build-')))
  environment = process.env
  process.env = { ...environment, TARO_ENV: 'h5' }
  mkdirSync(path.join(folder, 'src'))
  write('app.js', `import { said } from './page'\nconsole.log(said)`)
  write('page.js', `import { said as word } from './word'\nexport const said = word`)
  write('word.js', `export const said = 'for all'`)
})
afterEach(() => {
  process.env = environment
  rmSync(folder, { recursive: true })
})

const write = (file: string, text: string) => writeFileSync(path.join(folder, 'src', file), text)

/** A build with a kept cache that resolves as Taro has it; gives what it made. */
async function build(others: object[]): Promise<string> {
  const taro = new MultiPlatformPlugin('described-resolve', 'resolve', {
    chain: { resolve: { extensions: { values: () => ENDINGS } } },
  })
  const compiler = webpack({
    mode: 'production',
    context: folder,
    entry: './src/app.js',
    output: { path: path.join(folder, 'dist'), filename: 'app.js' },
    resolve: { extensions: ENDINGS, plugins: [...others, taro] as never },
    cache: { type: 'filesystem', cacheDirectory: path.join(folder, 'cache') },
    infrastructureLogging: { level: 'error' },
  })
  const text = await new Promise<string>((resolve, reject) => {
    compiler.hooks.emit.tap('test', ({ assets }) => resolve(String(assets['app.js']?.source())))
    compiler.run((error, stats) => {
      if (error) reject(error)
      if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')))
    })
  })
  await new Promise((resolve) => compiler.close(resolve))
  return text
}

/** A file for one platform comes to be beside one for all, and who imports it stays as it is. */
async function builtAfterwards(others: () => object[]): Promise<string> {
  expect(await build(others())).toContain('for all')
  write('word.h5.js', `export const said = 'for h5'`)
  return build(others())
}

test('A file for one platform that is new is taken, whatever was kept of the build before', async () => {
  expect(await builtAfterwards(() => [new OtherFiles('h5')])).toContain('for h5')
})

test('The control: Taro by itself goes on with what it had found', async () => {
  expect(await builtAfterwards(() => [])).toContain('for all')
})

import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** Not an operator's: of the build itself, of the phone, of the machine, of those who draw icons. */
const OTHERS = new Set([
  ...['APP_VERSION', 'LOCAL_PAGES', 'NODE_ENV', 'TARO_ENV', 'USER_DATA_PATH'],
  ...['BROWSER', 'DISPLAY', 'PATH', 'WAYLAND_DISPLAY', 'CHROMIUM', 'SERIF_FONT'],
])

const SURROUNDINGS = '(?:process\\.env|environment|settings|variables|env)'
const BY_NAME = new RegExp(`${SURROUNDINGS}(?:\\.|\\[')([A-Z][A-Z_0-9]+)`, 'g')
const TAKEN_APART = new RegExp(`\\{([^{}]*)\\}\\s*=\\s*${SURROUNDINGS}\\b`, 'g')
const NAME = /\b[A-Z][A-Z_0-9]{2,}\b/g

/** The variables of the environment that a source reads. */
function readBy(text: string): string[] {
  const named = [...text.matchAll(BY_NAME)].map(([, name]) => name!)
  const apart = [...text.matchAll(TAKEN_APART)].flatMap(([, names]) => names!.match(NAME) ?? [])
  return [...named, ...apart]
}

const sources = ['src', 'config'].flatMap((folder) =>
  (readdirSync(path.join(root, folder), { recursive: true }) as string[])
    .filter((file) => /\.(ts|tsx|js)$/.test(file))
    .map((file) => read(path.join(folder, file))),
)
const inDocs = ['README.md', 'config/deploy/example.env']
  .concat(
    readdirSync(path.join(root, 'docs')).flatMap((file) =>
      file.endsWith('.md') ? [`docs/${file}`] : [],
    ),
  )
  .map(read)
  .join('\n')
const known = new Set(inDocs.match(NAME))

test('Every variable that is read is told to operators', () => {
  const variables = new Set(sources.flatMap(readBy))
  expect(variables.size).toBeGreaterThan(25)
  expect([...variables].filter((name) => !known.has(name) && !OTHERS.has(name))).toEqual([])
})

test('Every variable that operators are told of is read', () => {
  const [, table = ''] = read('README.md').split('| variable | meaning | default |')
  const rows = table
    .split('\n\n')[0]!
    .split('\n')
    .map((row) => row.split('|')[1] ?? '')
  const told = [...rows.join('\n').matchAll(/`([A-Z][A-Z_0-9]+)/g)].map(([, name]) => name!)
  const settings = [...read('config/deploy/example.env').matchAll(/^([A-Z_]+)=/gm)]
  const names = [...told, ...settings.map(([, name]) => name!)]
  expect(names.length).toBeGreaterThan(25)
  const all = sources.join('\n')
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(all))).toEqual([])
})

test('What is taken apart from the surroundings is found, too', () => {
  expect(readBy("const { FIRST: one, SECOND } = settings\nenvironment['THIRD']")).toEqual([
    'THIRD',
    'FIRST',
    'SECOND',
  ])
})

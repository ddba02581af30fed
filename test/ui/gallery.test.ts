import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '../../src')
const GALLERY = 'pages/gallery/'

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx') && !file.startsWith('cloud'))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))

/** The components that a file gives to others. */
const partsOf = (text: string): string[] =>
  [...text.matchAll(/^export (?:function|const) ([A-Z][a-z]\w+)/gm)].map(([, name]) => name!)

/** What a file takes from src/ui by name. */
const takenBy = (text: string): string[] =>
  [...text.matchAll(/import \{([^}]+)\} from '(?:@\/ui|\.\.?)\//g)].flatMap(([, names]) =>
    names!.split(',').map((name) => name.trim().split(' as ')[0]!),
  )

const within = (folder: string) => sources.filter(({ file }) => file.startsWith(folder))
const shown = new Set(within(GALLERY).flatMap(({ text }) => takenBy(text)))

/** The parts that neither the gallery shows nor a part that it shows is made of. */
function missing(parts: readonly { file: string; text: string }[]): string[] {
  const seen = new Set(shown)
  for (let before = -1; before !== seen.size;) {
    before = seen.size
    for (const { text } of parts) {
      if (partsOf(text).some((name) => seen.has(name)))
        takenBy(text).forEach((one) => seen.add(one))
    }
  }
  const used = sources.filter(({ file }) => !file.startsWith('ui/') && !file.startsWith(GALLERY))
  const outside = new Set(used.flatMap(({ text }) => takenBy(text)))
  return parts
    .flatMap(({ text }) => partsOf(text))
    .filter((name) => (outside.has(name) ? !shown.has(name) : !seen.has(name)))
}

test('the gallery shows every part of src/ui', () => {
  const parts = within('ui/')
  expect(parts.flatMap(({ text }) => partsOf(text)).length).toBeGreaterThan(45)
  expect(missing(parts)).toEqual([])
})

test('a part that it does not show is missed', () => {
  const planted = { file: 'ui/planted.tsx', text: 'export function Planted() {}\n' }
  expect(missing([...within('ui/'), planted])).toEqual(['Planted'])
})

test('each drawing is shown by its name, under every show of its own', () => {
  const [shows] = sources.filter(({ file }) => file === `${GALLERY}gallery/shows/drawn.tsx`)
  expect(shows!.text).toMatch(/all<IconName>/)
  expect(shows!.text).toMatch(/all<SceneName>/)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postcss, { type AtRule, type Declaration, type Rule } from 'postcss'

const SRC = join(__dirname, '../../src')
const sheets = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, root: postcss.parse(readFileSync(join(SRC, file), 'utf8')) }))

const isReduced = (declaration: Declaration): boolean => {
  const around = declaration.parent?.parent
  return around?.type === 'atrule' && /reduced-motion: reduce/.test((around as AtRule).params)
}

/** Every movement that the style sheets give, as `file selector property`, and those taken away. */
function movements(): { given: string[]; taken: string[] } {
  const [given, taken] = [[], []] as [string[], string[]]
  for (const { file, root } of sheets) {
    root.walkDecls(/^(transition|animation)/, (declaration) => {
      const { prop, value } = declaration
      const names = (declaration.parent as Rule).selectors.map((one) => `${file} ${one} ${prop}`)
      if (!isReduced(declaration)) given.push(...names)
      else if (value === 'none') taken.push(...names)
    })
  }
  return { given, taken }
}

test('whoever asked for less motion sees none: each is taken away in the sheet that gives it', () => {
  const { given, taken } = movements()
  expect(given.length).toBeGreaterThan(8)
  expect(taken.sort()).toEqual(given.sort())
})

test('nothing scrolls in a movement', () => {
  const smooth = sheets.filter(({ root }) => root.toString().includes('scroll-behavior'))
  expect(smooth.map(({ file }) => file)).toEqual([])
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { icons } from '../../config/glyphs/icons'
import { iconSvg } from '../../config/glyphs/style-sheets'
import {
  type Exception,
  LONGEST_MS,
  drawnTwice,
  restless,
  styleFaults,
} from '../support/look/style-rules'

const root = path.join(__dirname, '../../src')
const GENERATED = /(icons|glyphs|scenes)\.css$/

const EXCEPTIONS: Exception[] = [
  {
    file: /^(app|ui\/surface\/surface\.h5)\.css$/,
    says: /^(background|scrollbar-color|box-shadow|outline): /,
    why: 'outside of a screen no token reaches',
  },
  {
    file: /^(ui\/seats\/seats|features\/lessons\/lesson-shapes)\.css$/,
    says: /^background: repeating-linear-gradient\(45deg, var\(--ochre\) 0 3px, transparent 3px 6px\)$/,
    why: 'the hatching of what is kept for somebody',
  },
  {
    file: /^ui\/month-grid\/month-grid\.css$/,
    says: /^(width|height): 6px$/,
    why: 'four marks side by side in one day of a month',
  },
  {
    file: /^(ui\/skeleton\/skeleton|ui\/button\/button)\.css$/,
    says: /^animation(: [\w-]+ [\d.]+s [\w-]+ infinite|-duration: 6s)$/,
    why: 'says for as long as it lasts that something is on its way',
  },
  {
    file: /^features\/(attendance\/shown-code|seats\/queue-bar)\.css$/,
    says: /^transition: width [\d.]+s linear$/,
    why: 'a bar that shows time as it passes',
  },
]

const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css') && !GENERATED.test(file))
  .sort()
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

test('every style sheet keeps to the grid, the tokens, the type scale and short motion', () => {
  expect(sheets.length).toBeGreaterThan(100)
  expect(sheets.flatMap((file) => styleFaults(file, read(file), EXCEPTIONS))).toEqual([])
})

test('what moves stands still for whoever asked for less motion', () => {
  expect(sheets.flatMap((file) => restless(file, read(file)))).toEqual([])
})

test('no class is drawn by two style sheets; one for printers alone changes those of others', () => {
  const drawing = sheets
    .filter((file) => file !== 'ui/print/print.h5.css')
    .map((file) => ({ file, css: read(file) }))
  expect(drawnTwice(drawing)).toEqual([])
  expect(
    drawnTwice([
      { file: 'one.css', css: '.door { gap: 4px; }' },
      { file: 'two.css', css: '.door,\n.gate { gap: 8px; }' },
    ]),
  ).toEqual(['.door in one.css and two.css'])
})

test('no exception is left that nothing needs', () => {
  const needed = EXCEPTIONS.filter(({ file, says }) =>
    sheets.some((sheet) => {
      const rest = EXCEPTIONS.filter((one) => one.says !== says)
      return file.test(sheet) && styleFaults(sheet, read(sheet), rest).length > 0
    }),
  )
  expect(needed.map(({ why }) => why)).toEqual(EXCEPTIONS.map(({ why }) => why))
})

test('the steps of spacing and the corners are on the grid in both scales', () => {
  const steps = [...read('ui/tokens.css').matchAll(/--(s\d|r-\w+|target|touch|icon): (\d+)px/g)]
  expect(steps.length).toBe(22 + 2)
  expect(steps.filter(([, , px]) => Number(px) % 4 !== 0)).toEqual([])
})

test('nothing that is drawn by code is off the grid', () => {
  const screens = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  )
  const off = screens.flatMap((file) =>
    [...read(file).matchAll(/(?:size|height)(?:=\{| = )(\d+)\}?/g)]
      .filter(([, px]) => Number(px) % 4 !== 0)
      .map(([says]) => `${file}: ${says}`),
  )
  expect(screens.length).toBeGreaterThan(100)
  expect(off).toEqual([])
})

test('icons are one family: one field, one stroke, round ends, no colour and no fill of their own', () => {
  for (const name of Object.keys(icons) as (keyof typeof icons)[]) {
    expect(iconSvg(name)).toMatch(
      /^<svg xmlns="[^"]+" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">/,
    )
    expect(icons[name]).not.toMatch(/stroke|fill|style|class|transform/)
  }
  const drawings = sheets.filter((file) => /mask-image|url\(/.test(read(file)))
  expect(drawings).toEqual([])
  expect(existsSync(path.join(root, 'ui/icon/icons.css'))).toBe(true)
})

describe('what is said outside the language is seen', () => {
  it.each([
    ['padding: 10px 16px', 'off the grid'],
    ['margin: 0 calc(-1 * var(--s4) - 3px)', 'off the grid'],
    ['margin-top: 2px', 'off the grid'],
    ['border-radius: 6px', 'off the grid'],
    ['transform: translateY(-3px)', 'off the grid'],
    ['border: 3px solid var(--line)', 'no stroke of ours'],
    ['color: #a8362a', 'a colour of its own'],
    ['background: rgba(0, 0, 0, 0.5)', 'a colour of its own'],
    ['border: 1px solid white', 'a colour of its own'],
    ['font-size: 17px', 'no step of the type scale'],
    ['font-size: 1.1em', 'no step of the type scale'],
    ['animation: rise 0.25s ease-out', 'moves too long'],
    ['transition: opacity 201ms', 'moves too long'],
  ])('%s', (says, fault) => {
    expect(styleFaults('one.css', `.one { ${says}; }`, EXCEPTIONS)).toEqual([
      `one.css:1 ${says} (${fault})`,
    ])
  })

  it.each([
    'padding: 8px var(--s4)',
    'height: calc(var(--target) - 2px)',
    'border: 1.5px dashed var(--edge)',
    'font-size: var(--t-note)',
    `transition: transform ${LONGEST_MS}ms ease-in`,
    'width: calc(4 * var(--t-body))',
  ])('and %s is not', (says) => {
    expect(styleFaults('one.css', `.one { ${says}; }`, EXCEPTIONS)).toEqual([])
  })

  it('by whoever asked for less motion', () => {
    expect(restless('one.css', '.one { animation: rise 0.1s; }')).toEqual(['one.css: .one'])
  })
})

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CATEGORIES } from '@/domain/calendar/programme'
import { SEALS } from '@/domain/calendar/seal'
import { qrDataUri } from '@/ui/check-in-code/qr'
import { drawnCharacters, glyphClass, seals } from '@/ui/seal/characters'
import { TAB_COLOURS, tabs } from '@/ui/tab-bar/tabs'
import {
  iconNameModule,
  iconStyleSheet,
  sceneNameModule,
  sceneStyleSheet,
} from '../../config/glyphs/style-sheets'

const read = (file: string) => readFileSync(path.join(__dirname, '../../src', file), 'utf8')

test('every category has a seal, with the character that the domain gives it', () => {
  for (const category of CATEGORIES) {
    expect(seals[category].character).toBe(SEALS[category].character)
  }
})

test('every character of a seal or a stamp has an outline, and no outline lies unused', () => {
  const drawn = [...read('ui/seal/glyphs.css').matchAll(/^\.(glyph-[0-9a-f]+) \{/gm)].map(
    ([, name]) => name,
  )
  expect(drawn.sort()).toEqual(drawnCharacters.map(glyphClass).sort())
})

test('the style sheet and the names of the icons are those that their source gives', () => {
  expect(read('ui/icon/icons.css')).toBe(iconStyleSheet())
  expect(read('ui/icon/icon-name.ts')).toBe(iconNameModule())
})

test('the drawings for where nothing is are those that their source gives, and small', () => {
  expect(read('ui/scene/scenes.css')).toBe(sceneStyleSheet())
  expect(read('ui/scene/scene-name.ts')).toBe(sceneNameModule())
  expect(Buffer.byteLength(sceneStyleSheet())).toBeLessThan(8 * 1024)
})

test('the theme of the native tab bar has the colours and bitmaps of the tabs', () => {
  const theme = JSON.parse(read('theme.json')) as Record<'light' | 'dark', Record<string, string>>
  for (const [scheme, set] of [
    ['day', theme.light],
    ['night', theme.dark],
  ] as const) {
    expect(set).toMatchObject({
      tabText: TAB_COLOURS[scheme].color,
      tabOn: TAB_COLOURS[scheme].selectedColor,
      tabPaper: TAB_COLOURS[scheme].backgroundColor,
    })
    for (const { icon } of tabs) {
      for (const name of [set[icon], set[`${icon}On`]]) {
        expect(read(name!).slice(1, 4)).toBe('PNG')
      }
    }
  }
})

test('the native tab bar repeats the tokens', () => {
  const css = read('ui/tokens.css')
  for (const { color, selectedColor, backgroundColor } of Object.values(TAB_COLOURS)) {
    expect(css).toContain(`--ink-2: ${color};`)
    expect(css).toContain(`--brick: ${selectedColor};`)
    expect(css).toContain(`--card: ${backgroundColor};`)
  }
})

test('different check-in codes give different squares, as well-formed data URIs', () => {
  const [one, other] = [qrDataUri('K7QM4XPA'), qrDataUri('K7QM4XPB')]
  expect(one).not.toBe(other)
  expect(decodeURIComponent(one)).toMatch(
    /^data:image\/svg\+xml,<svg [^<]*viewBox='0 0 25 25'[^<]*><rect [^<]*\/><path d='[M\d\shvz-]+'\/><\/svg>$/,
  )
})

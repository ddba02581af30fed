import { readFileSync } from 'node:fs'
import path from 'node:path'
import postcss, { type Rule } from 'postcss'

const css = readFileSync(path.join(__dirname, '../../src/ui/tokens.css'), 'utf8')

function tokensOf(scheme: 'day' | 'night'): Record<string, string> {
  const tokens: Record<string, string> = {}
  postcss.parse(css).walkRules(`.${scheme}`, (rule: Rule) => {
    rule.walkDecls(/^--/, ({ prop, value }) => {
      tokens[prop.slice(2)] = value
    })
  })
  return tokens
}

/** WCAG 2.1 relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

/** What `brightness()` makes of a colour. */
function pressed(colour: string, filter: string): string {
  const [, by] = /^brightness\(([\d.]+)\)$/.exec(filter)!
  const channels = [1, 3, 5].map((at) => {
    const lit = Math.min(255, Math.round(Number(by) * parseInt(colour.slice(at, at + 2), 16)))
    return lit.toString(16).padStart(2, '0')
  })
  return `#${channels.join('')}`
}

/** What a veil of `rgba()` makes of the colour under it. */
function over(veil: string, ground: string): string {
  const [red, green, blue, share] = veil.match(/[\d.]+/g)!.map(Number)
  const channels = [red!, green!, blue!].map((channel, at) => {
    const under = parseInt(ground.slice(1 + 2 * at, 3 + 2 * at), 16)
    const mixed = Math.round(channel * share! + under * (1 - share!))
    return mixed.toString(16).padStart(2, '0')
  })
  return `#${channels.join('')}`
}

/** Text on its background, as the style sheets of src/ui pair them. */
const textPairs: [text: string, background: string][] = [
  ...['ink', 'ink-2', 'ink-3', 'brick', 'moss', 'ochre', 'slate'].flatMap(
    (text): [string, string][] => [
      [text, 'paper'],
      [text, 'card'],
    ],
  ),
  ...['brick', 'moss', 'slate'].map((tone): [string, string] => ['on-tone', tone]),
  ['moss', 'moss-soft'],
  ['ochre', 'ochre-soft'],
  ['slate', 'slate-soft'],
  ['brick', 'brick-soft'],
  ['ink-2', 'line'],
  ['paper', 'ink'],
  ['brick', 'on-tone'],
]

describe.each(['day', 'night'] as const)('the colours of the %s scheme', (scheme) => {
  const tokens = tokensOf(scheme)

  test.each(textPairs)('let %s be read on %s', (text, background) => {
    expect(contrast(tokens[text]!, tokens[background]!)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(textPairs)('let %s be read on %s while a finger is on it', (text, background) => {
    const [lit, ground] = [tokens[text]!, tokens[background]!].map((colour) =>
      pressed(colour, tokens['pressed']!),
    )
    expect(contrast(lit!, ground!)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['ink', 'ink-2', 'ink-3', 'brick', 'moss', 'slate'])(
    'let %s be read on a line of a card or of the paper while a finger is on it',
    (text) => {
      const lit = pressed(tokens[text]!, tokens['pressed']!)
      for (const ground of ['card', 'paper']) {
        const tinted = over(tokens['press']!, tokens[ground]!)
        expect(contrast(lit, tinted)).toBeGreaterThanOrEqual(4.5)
      }
    },
  )

  test('let it be seen that a finger is on something', () => {
    for (const ground of ['card', 'paper', 'brick']) {
      const before = tokens[ground]!
      expect(contrast(before, pressed(before, tokens['pressed']!))).toBeGreaterThan(1.1)
    }
  })

  test('let the edge of a field be seen', () => {
    expect(contrast(tokens['edge']!, tokens['card']!)).toBeGreaterThanOrEqual(3)
    expect(contrast(tokens['edge']!, tokens['paper']!)).toBeGreaterThanOrEqual(3)
  })
})

test('half as bright is half of each colour, and no brighter than white', () => {
  expect(pressed('#ff8000', 'brightness(0.5)')).toBe('#804000')
  expect(pressed('#ff8000', 'brightness(1.5)')).toBe('#ffc000')
})

test('black on white is measured as 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})

test('both schemes set the same tokens', () => {
  expect(Object.keys(tokensOf('night'))).toEqual(Object.keys(tokensOf('day')))
})

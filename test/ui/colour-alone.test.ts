import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postcss, { type Rule } from 'postcss'

const SRC = join(__dirname, '../../src')
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
const textsOf = (ending: string) =>
  files.filter((file) => file.endsWith(ending)).map((file) => readFileSync(join(SRC, file), 'utf8'))

/** Properties that change how a thing looks and not its shape, its place or its words. */
const HUE = new Set(
  ['color', 'background', 'background-color', 'border-color', 'opacity', 'fill', 'stroke'].concat(
    'outline-color',
  ),
)

/**
 * Every state that is drawn in another colour and in nothing else, and what says it besides. A new one
 * has to say its own here: words, a sign, or filled against empty.
 */
const SAID_BY: Readonly<Record<string, string>> = {
  'button-call': 'the words on it and a telephone',
  'button-danger': 'the words on it, and a question before it is done',
  'button-ghost': 'an edge where others are filled; no state',
  'button-off': 'the words on it, which say what is missing',
  'button-private': 'the words on it; no state',
  'button-quiet': 'neither edge nor filling; no state',
  'call-up-called': 'the words under the number',
  'call-up-over': 'the words under the number',
  'call-up-waiting': 'the words under the number',
  'case-text-none': 'the words: nothing was written',
  'check-found-wrong': 'a cross where others have a tick',
  'check-mark-wrong': 'a cross and a sentence beside what was found',
  'check-wrong': 'the words of the title',
  'choice-mark-on': 'a tick in it',
  'date-mark-rest': 'the character 休',
  'date-mark-work': 'the character 班',
  'door-first': 'its words; no state',
  'entry-won': 'the words, which say what was drawn',
  'facility-broken': 'the words after its name',
  'facility-doubted': 'the words after its name',
  'hour-face-on': 'filled where others are empty, and 起 in the first',
  'lesson-absent': 'a stroke across it',
  'lesson-excused': 'stripes',
  'lesson-there': 'filled where others are empty',
  'near-day-on': 'filled where others are empty',
  'picture-bare': 'not drawn yet; no state',
  'said-not': 'the words of its title',
  'said-ok': 'the words of its title',
  'scan-said-not': 'another sign, and the words of its title',
  'scan-said-ok': 'a tick, and the words of its title',
  'seal-full': 'filled where others have an edge, and the character in it',
  'seat-free': 'empty where others are filled, and the count in words',
  'seat-held': 'stripes, and the count in words',
  'seat-taken': 'filled where others are empty, and the count in words',
  'sign-in-dimmed': 'the words under it, which say what the phone does now',
  'state-done': 'a filled dot where others are empty; the present one in bold',
  'tag-free': 'the words in it',
  'tag-full': 'the words in it',
  'tag-info': 'the words in it',
  'tag-quiet': 'the words in it',
  'tag-waiting': 'the words in it',
  'tap-off': 'the words on it',
  'told-not': 'the words of its title',
  'told-ok': 'the words of its title',
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].map((series) => [`chart-dot-${series}`, 'the short name in it and in its bar']),
  ),
}

/** Every class, with all properties that the style sheets give to what carries it. */
const properties = new Map<string, Set<string>>()
for (const text of textsOf('.css')) {
  postcss.parse(text).walkRules((rule: Rule) => {
    for (const selector of rule.selectors) {
      const [last = ''] = selector.split(/[\s>+~]+/).slice(-1)
      for (const [, name] of last.matchAll(/\.([a-z0-9-]+)/g)) {
        const known = properties.get(name!) ?? new Set()
        rule.walkDecls(({ prop }) => void known.add(prop))
        properties.set(name!, known)
      }
    }
  })
}

/** The classes that screens give or do not give, as things stand. */
function states(): Set<string> {
  const found = new Set<string>()
  for (const text of textsOf('.tsx')) {
    for (const [, given] of text.matchAll(/className=(\{.*?\}(?=[\s>/]))/gs)) {
      for (const [, names] of given!.matchAll(/(?:[?:]|&&)\s*'([^']*)'/g)) {
        for (const name of names!.split(' ')) found.add(name)
      }
      for (const [, start] of given!.matchAll(/([a-z][a-z0-9-]*-)\$\{/g)) {
        for (const name of properties.keys()) if (name.startsWith(start!)) found.add(name)
      }
    }
  }
  return found
}

const byHueAlone = [...states()].filter((name) => {
  const own = properties.get(name)
  return own !== undefined && [...own].every((property) => HUE.has(property))
})

test('no state is told by its colour alone: each says what tells it besides', () => {
  expect(byHueAlone.filter((name) => !(name in SAID_BY))).toEqual([])
})

test('nothing is said of a state that is no more', () => {
  expect(Object.keys(SAID_BY).filter((name) => !byHueAlone.includes(name))).toEqual([])
})

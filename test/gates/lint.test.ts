/**
 * The linters hold only if they find what they are there for: for each rule a planted fault, in each folder
 * that has rules of its own, and beside it what is allowed. The sources themselves are judged by the linters
 * (test/runner/plan.ts).
 */
import { ALLOWED, FAULTS_BY_RULE, PREAMBLE } from '../support/gates/lint-faults'
import { ALLOWED_BY_FOLDER, FAULTS_BY_FOLDER } from '../support/gates/lint-faults-by-folder'
import { plantedScratch } from '../support/gates/planted'

const CONFIGURATION = ['tsconfig.json', 'package.json', 'eslint.config.mjs', '.oxlintrc.json']

/** What stands in a file must stand first where it is a directive. */
const withPreamble = (code: string) =>
  /^(\/\/\/|import )/.test(code) ? `${code}\n${PREAMBLE}` : `${PREAMBLE}${code}`

const inFolder = (folder: string, table: Record<string, string>) =>
  Object.entries(table).map(([rule, code]) => ({
    rule,
    file: `${folder}/${rule.replace('/', '-')}.ts`,
    code: withPreamble(code),
  }))

const FAULTS = [...inFolder('src/cloud/faults', FAULTS_BY_RULE), ...FAULTS_BY_FOLDER]
const INNOCENT = [...inFolder('src/cloud/allowed', ALLOWED), ...ALLOWED_BY_FOLDER]

interface Oxlint {
  diagnostics: { code?: string; message: string; filename: string }[]
}
type Eslint = { filePath: string; messages: { ruleId: string | null; message: string }[] }[]

/** Where the language itself forbids it, no rule is asked. */
const BY_THE_LANGUAGE = [
  'eslint/no-delete-var',
  'eslint/no-nonoctal-decimal-escape',
  'eslint/no-octal',
]

/**
 * oxlint says `plugin(rule)`, and `react-hooks` of what is `react` in its configuration. It names no rule
 * where the language forbids something or a directive is idle.
 */
function ruleOf({ code }: Oxlint['diagnostics'][number]): string {
  const [, plugin, rule] = /^([\w-]+)\(([\w-]+)\)$/.exec(code ?? '') ?? []
  if (plugin === undefined) return 'no rule'
  return `${plugin === 'react-hooks' ? 'react' : plugin}/${rule}`
}

const found = new Map<string, string[]>()
const note = (file: string, rule: string) => found.set(file, [...(found.get(file) ?? []), rule])
let rulesOn: string[] = []

beforeAll(() => {
  const scratch = plantedScratch(CONFIGURATION, [...FAULTS, ...INNOCENT])
  try {
    const { diagnostics } = scratch.report<Oxlint>('oxlint/bin/oxlint', '-f', 'json')
    for (const diagnostic of diagnostics) note(diagnostic.filename, ruleOf(diagnostic))
    const results = scratch.report<Eslint>('eslint/bin/eslint.js', '--format', 'json', '.')
    for (const { filePath, messages } of results) {
      const file = [...FAULTS, ...INNOCENT].find((planted) => filePath.endsWith(planted.file))?.file
      for (const { ruleId } of messages) note(file ?? filePath, ruleId ?? 'no rule')
    }
    const { rules } = scratch.report<{ rules: Record<string, unknown> }>(
      'oxlint/bin/oxlint',
      '--print-config',
    )
    rulesOn = Object.keys(rules)
  } finally {
    scratch.remove()
  }
}, 120_000)

it.each(FAULTS)('a fault is found: $rule in $file', ({ file, rule }) => {
  expect(found.get(file)).toContain(BY_THE_LANGUAGE.includes(rule) ? 'no rule' : rule)
})

it.each(INNOCENT)('what is allowed is not found: $rule in $file', ({ file }) => {
  expect(found.get(file)).toBeUndefined()
})

it('every rule has a fault that it must find', () => {
  const bare = (rule: string) => rule.replace(/^(eslint|typescript|react)\//, '')
  const planted = new Set(FAULTS.map(({ rule }) => bare(rule)))
  expect(rulesOn.length).toBeGreaterThan(80)
  expect(rulesOn.filter((rule) => !planted.has(bare(rule)))).toEqual([])
})

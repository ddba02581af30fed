/**
 * The walls hold only if somebody who breaks them is caught: planted faults, beside a copy of what they
 * reach for. The whole source is walked by the walls themselves (test/runner/plan.ts).
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PHONE_STARTS } from '../runner/plan'

const ROOT = process.cwd()
const scratch = mkdtempSync(join(tmpdir(), 'changlai-walls-'))

interface Planted {
  file: string
  code: string
  /** The rule that must catch it. */
  rule: string
}

/** The parts of the source that the planted files import, and what starts on the phone. */
const REACHED_FOR = ['app.tsx', 'contract', 'domain', 'cloud/store']

/** Breaches of the walls between the rooms, types included. */
const BREACHES: Planted[] = [
  {
    file: 'src/domain/seats/planted.ts',
    code: "import { contract } from '@/contract'\nexport const seen = contract",
    rule: 'domain-imports-no-room',
  },
  {
    file: 'src/domain/time/planted.ts',
    code: "import type { PoolConfig } from 'pg'\nexport type P = PoolConfig",
    rule: 'domain-packages',
  },
  {
    file: 'src/domain/access/planted.ts',
    code: "import { readFileSync } from 'node:fs'\nexport const read = readFileSync",
    rule: 'no-node-core-where-the-phone-can-come',
  },
  {
    file: 'src/contract/planted.ts',
    code: "import type { Store } from '../cloud/store'\nexport type S = Store",
    rule: 'contract-imports-domain',
  },
  {
    file: 'src/gateway/planted.ts',
    code: "import { contract } from '@/contract'\nexport const seen = contract",
    rule: 'contract-as-types-only',
  },
  {
    file: 'src/features/planted-one/a.ts',
    code: "import { b } from '../planted-two/b'\nexport const a = b",
    rule: 'no-feature-imports-another',
  },
  { file: 'src/features/planted-two/b.ts', code: 'export const b = 1', rule: 'no-orphans' },
  {
    file: 'src/ui/planted/planted.ts',
    code: "import { b } from '@/features/planted-two/b'\nexport const c = b",
    rule: 'ui-imports-domain',
  },
  {
    file: 'src/pages/planted/planted.tsx',
    code: "import { contract } from '@/contract'\nexport default () => Object.keys(contract).length",
    rule: 'pages-imports-features-ui',
  },
  {
    file: 'src/gateway/planted-cloud.ts',
    code: "import type { Store } from '@/cloud/store'\nexport type S = Store",
    rule: 'only-tests-import-the-cloud',
  },
  {
    file: 'src/cloud/planted.ts',
    code: "import { c } from '@/ui/planted/planted'\nexport const d = c",
    rule: 'cloud-imports-contract-domain',
  },
  {
    file: 'src/domain/calendar/planted-a.ts',
    code: "import { b } from './planted-b'\nexport const a = () => b",
    rule: 'no-cycles',
  },
  {
    file: 'src/domain/calendar/planted-b.ts',
    code: "import { a } from './planted-a'\nexport const b = () => a",
    rule: 'no-cycles',
  },
]

/** What a page must never reach once types are gone. */
const REACHES: Planted[] = [
  {
    file: 'src/pages/planted/reach.tsx',
    code: "import { step } from '@/features/planted-reach/step'\nexport default () => step",
    rule: 'phone-never-reaches-cloud',
  },
  {
    file: 'src/features/planted-reach/step.ts',
    code: "import { Pool } from 'pg'\nimport * as v from 'valibot'\nimport fs from 'node:fs'\nimport { openStore } from '@/cloud/store'\nexport const step = [Pool, v, fs, openStore]",
    rule: 'phone-never-reaches-cloud',
  },
]

/** Code that a phone cannot run, or that has no place where it stands. */
const FAULTS: Planted[] = [
  {
    file: 'src/features/planted-lint/intl.ts',
    code: 'export const f = new Intl.DateTimeFormat()',
    rule: 'no-restricted-globals',
  },
  {
    file: 'src/ui/planted/locale.ts',
    code: "export const f = (d: Date) => d.toLocaleDateString('zh-CN')",
    rule: 'no-restricted-syntax',
  },
  {
    file: 'src/domain/time/planted-parse.ts',
    code: "export const f = () => Date.parse('2026-11-22 10:00')",
    rule: 'no-restricted-syntax',
  },
  {
    file: 'src/domain/time/planted-clock.ts',
    code: 'export const f = () => new Date()',
    rule: 'no-restricted-syntax',
  },
  {
    file: 'src/domain/ballot/planted.ts',
    code: 'export const f = () => Math.random()',
    rule: 'no-restricted-syntax',
  },
  {
    file: 'src/gateway/planted-eval.ts',
    code: "export const f = () => eval('1') as number",
    rule: 'no-eval',
  },
  {
    file: 'src/pages/planted/dynamic.ts',
    code: "export const f = new Function('return 1')",
    rule: 'no-new-func',
  },
  {
    file: 'src/ui/planted/lookbehind.ts',
    code: 'export const f = /(?<=a)b/',
    rule: 'no-restricted-syntax',
  },
  {
    file: 'src/gateway/planted-valibot.ts',
    code: "import * as v from 'valibot'\nexport const f = v.string()",
    rule: '@typescript-eslint/no-restricted-imports',
  },
  {
    file: 'src/features/planted-lint/log.ts',
    code: "export const f = () => console.log('seen')",
    rule: 'no-console',
  },
  {
    file: 'src/cloud/planted-promise.ts',
    code: 'export const f = () => {\n  Promise.resolve(1)\n}',
    rule: '@typescript-eslint/no-floating-promises',
  },
  {
    file: 'src/cloud/planted-any.ts',
    code: 'export const f = (x: any): unknown => x',
    rule: '@typescript-eslint/no-explicit-any',
  },
]

function plant(planted: Planted[]): void {
  for (const { file, code } of planted) {
    mkdirSync(dirname(join(scratch, file)), { recursive: true })
    writeFileSync(join(scratch, file), `${code}\n`)
  }
}

function run<Report>(script: string, ...args: string[]): Report {
  const { stdout, stderr } = spawnSync(process.execPath, [`node_modules/${script}`, ...args], {
    cwd: scratch,
    encoding: 'utf8',
    maxBuffer: 128 * 1024 * 1024,
  })
  if (!stdout.trim().startsWith('{') && !stdout.trim().startsWith('['))
    throw new Error(stdout + stderr)
  return JSON.parse(stdout) as Report
}

interface Cruise {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] }
}
const cruise = (config: string, ...from: string[]) =>
  run<Cruise>(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    config,
    '-T',
    'json',
    ...from,
  ).summary.violations

beforeAll(() => {
  for (const part of REACHED_FOR) {
    cpSync(join('src', part), join(scratch, 'src', part), { recursive: true })
  }
  for (const file of ['tsconfig.json', 'package.json', 'eslint.config.mjs']) {
    cpSync(file, join(scratch, file))
  }
  for (const file of ['.dependency-cruiser.cjs', '.dependency-cruiser.runtime.cjs']) {
    cpSync(file, join(scratch, file))
  }
  cpSync('types', join(scratch, 'types'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(scratch, 'node_modules'))
  plant([...BREACHES, ...REACHES, ...FAULTS])
})

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe('a wall that is broken', () => {
  let violations: Cruise['summary']['violations'] = []
  beforeAll(() => {
    violations = cruise('.dependency-cruiser.cjs', 'src')
  })

  it.each(BREACHES)('is seen: $rule by $file', ({ file, rule }) => {
    const found = violations.filter(({ from, to }) => from === file || to === file)
    expect(found.map((violation) => violation.rule.name)).toContain(rule)
  })
})

describe('what a page must never reach', () => {
  let violations: Cruise['summary']['violations'] = []
  beforeAll(() => {
    violations = cruise('.dependency-cruiser.runtime.cjs', ...PHONE_STARTS)
  })

  it.each(['cloud', 'contract', 'valibot', 'pg', 'node-core'])('is seen: %s', (what) => {
    const found = violations.filter(({ rule }) => rule.name === `phone-never-reaches-${what}`)
    expect(found.map(({ from }) => from)).toContain(
      what === 'contract' ? 'src/pages/planted/planted.tsx' : 'src/pages/planted/reach.tsx',
    )
  })
})

describe('code that breaks the house’s rules', () => {
  let results: { filePath: string; messages: { ruleId: string | null }[] }[] = []
  beforeAll(() => {
    const files = FAULTS.map(({ file }) => file)
    results = run('eslint/bin/eslint.js', '--format', 'json', ...files)
  })

  it.each(FAULTS)('is seen: $rule in $file', ({ file, rule }) => {
    const result = results.find(({ filePath }) => filePath.endsWith(file))
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule)
  })
})

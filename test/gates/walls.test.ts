/**
 * The walls hold only if somebody who breaks them is caught: planted faults, beside a copy of what they
 * reach for. The whole source is walked by the walls themselves (test/runner/plan.ts).
 */
import { type Planted, plantedScratch } from '../support/gates/planted'
import { PHONE_STARTS } from '../runner/plan'

interface Breach extends Planted {
  /** The rule that must catch it. */
  rule: string
}

/** The parts of the source that the planted files import, and what starts on the phone. */
const REACHED_FOR = ['app.tsx', 'contract', 'domain', 'cloud/store'].map((part) => `src/${part}`)
const CONFIGURATION = [
  ...['tsconfig.json', 'package.json', 'types'],
  ...['.dependency-cruiser.cjs', '.dependency-cruiser.runtime.cjs'],
]

/** Breaches of the walls between the rooms, types included. */
const BREACHES: Breach[] = [
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
const REACHES: Breach[] = [
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

interface Cruise {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] }
}

const scratch = plantedScratch([...CONFIGURATION, ...REACHED_FOR], [...BREACHES, ...REACHES])
afterAll(() => scratch.remove())

const cruise = (config: string, ...from: string[]) =>
  scratch.report<Cruise>(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    config,
    ...['-T', 'json', ...from],
  ).summary.violations

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

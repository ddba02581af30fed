/** Faults, and what looks like them and is allowed, in the folders that have rules of their own. */
import type { Planted } from './planted'

interface Ruled extends Planted {
  rule: string
}

const fault = (rule: string, file: string, code: string): Ruled => ({ rule, file, code })

/** Where the phone's code lies, by the room. */
const PHONE = ['src/pages/planted', 'src/features/planted', 'src/ui/planted', 'src/gateway/planted']
const PURE = 'src/domain/planted'
const GLOBALS = 'eslint/no-restricted-globals'
const IMPORTS = 'eslint/no-restricted-imports'
const SYNTAX = 'no-restricted-syntax'

const VALIBOT = "import * as v from 'valibot'\nexport const f = v.string()"
const VALIBOT_TYPE = "import type { GenericSchema } from 'valibot'\nexport type F = GenericSchema"
const TYPES_OF_THE_CLOUD = "import type { Store } from '@/cloud/store'\nexport type F = Store"
const ENVIRONMENT = 'export const f = process.env.TARO_ENV'
const CONDITIONAL_HOOK = `import { useState } from 'react'
export function useSome(a: boolean) { if (a) useState(1) }`
const FORGOTTEN_DEPENDENCY = `import { useEffect } from 'react'
export function useSome(a: () => void) { useEffect(() => a(), []) }`
const UNSAFE = `export const given: number[] = []
export const f = (a: ReturnType<typeof JSON.parse>) => given.push(a.b())`

const everywhereOnThePhone = (folder: string): Ruled[] => [
  fault(GLOBALS, `${folder}/intl.ts`, 'export const f = new Intl.DateTimeFormat()'),
  fault(GLOBALS, `${folder}/eval.ts`, "export const f: unknown = eval('1')"),
  fault(SYNTAX, `${folder}/locale.ts`, "export const f = (d: Date) => d.toLocaleString('zh-CN')"),
  fault(SYNTAX, `${folder}/parse.ts`, "export const f = () => Date.parse('2026-11-22 10:00')"),
  fault(SYNTAX, `${folder}/zone.ts`, "export const f = (d: { tz(a: string): 1 }) => d.tz('a')"),
  fault(SYNTAX, `${folder}/lookbehind.ts`, 'export const f = /(?<=a)b/'),
  fault(IMPORTS, `${folder}/valibot.ts`, VALIBOT),
  fault('react/rules-of-hooks', `${folder}/hook.ts`, CONDITIONAL_HOOK),
  fault('react/exhaustive-deps', `${folder}/effect.tsx`, FORGOTTEN_DEPENDENCY),
]

/** Except in `ui`, which wraps NutUI and whose walls are dependency-cruiser's. */
const importsOfOthers = (folder: string): Ruled[] => [
  fault(IMPORTS, `${folder}/pg.ts`, "import { Pool } from 'pg'\nexport const f = Pool"),
  fault(IMPORTS, `${folder}/kysely.ts`, "import { sql } from 'kysely'\nexport const f = sql"),
  fault(IMPORTS, `${folder}/core.ts`, "import { stat } from 'node:fs'\nexport const f = stat"),
  fault(IMPORTS, `${folder}/cloud.ts`, TYPES_OF_THE_CLOUD),
  fault(
    IMPORTS,
    `${folder}/nutui.ts`,
    "import { Button } from '@nutui/nutui-react-taro'\nexport const f = Button",
  ),
]

export const FAULTS_BY_FOLDER: Ruled[] = [
  ...[...PHONE, PURE].flatMap(everywhereOnThePhone),
  fault(GLOBALS, 'src/app-planted.ts', 'export const f = new Intl.DateTimeFormat()'),
  ...[PHONE[0]!, PHONE[1]!, PHONE[3]!, PURE].flatMap(importsOfOthers),
  ...[PHONE[0]!, PHONE[1]!, PURE].map((folder) =>
    fault(GLOBALS, `${folder}/process.ts`, ENVIRONMENT),
  ),
  fault(SYNTAX, `${PURE}/clock.ts`, 'export const f = () => new Date()'),
  fault(SYNTAX, `${PURE}/now.ts`, 'export const f = () => Date.now()'),
  fault(SYNTAX, `${PURE}/chance.ts`, 'export const f = () => Math.random()'),

  // What holds everywhere, where other things hold as well.
  ...['src/features/planted', 'config/planted', 'types/planted', 'test/planted'].flatMap(
    (folder) => [
      fault(
        'typescript/no-floating-promises',
        `${folder}/promise.ts`,
        'void 0\nPromise.resolve(1)',
      ),
      fault('typescript/no-explicit-any', `${folder}/any.ts`, 'export const f = (a: any): 1 => a'),
      fault('eslint/eqeqeq', `${folder}/equal.tsx`, 'export const f = (a: 1, b: 1) => a == b'),
    ],
  ),
  ...['src/features/planted', 'types/planted', 'test/planted'].map((folder) =>
    fault('eslint/no-console', `${folder}/log.ts`, "export const f = () => console.log('seen')"),
  ),
  ...['src/features/planted', 'config/planted'].flatMap((folder) => [
    fault('typescript/no-unsafe-call', `${folder}/unsafe.ts`, UNSAFE),
    fault('typescript/no-unsafe-argument', `${folder}/unsafe.ts`, UNSAFE),
    fault('typescript/no-unsafe-member-access', `${folder}/unsafe.ts`, UNSAFE),
  ]),

  // The few files of JavaScript.
  fault('no-undef', 'config/planted/undefined.js', 'module.exports = unheardOf'),
  fault('no-console', 'test/planted/log.cjs', 'console.log(1)'),
  fault('no-dupe-keys', 'config/planted/twice.js', 'module.exports = { a: 1, a: 2 }'),
  fault('@typescript-eslint/no-unused-vars', 'config/planted/unused.mjs', 'const a = 1'),
  fault(
    '@typescript-eslint/no-require-imports',
    'config/planted/require.mjs',
    "export default require('node:fs')",
  ),

  // What takes a rule away where it finds nothing.
  fault('no rule', 'src/cloud/planted/idle.ts', '// oxlint-disable-next-line no-var\nexport {}'),
  fault(
    'no rule',
    'src/cloud/planted/idle-typed.ts',
    '// oxlint-disable-next-line typescript/no-floating-promises\nexport {}',
  ),
  fault('no rule', `${PURE}/idle.ts`, '// eslint-disable-next-line no-var\nexport {}'),
  fault(
    'eslint/no-console',
    'src/cloud/planted/others.ts',
    "// eslint-disable-next-line no-console\nconsole.log('seen')",
  ),
]

export const ALLOWED_BY_FOLDER: Ruled[] = [
  ...[...PHONE, PURE].flatMap((folder) => [
    fault(IMPORTS, `${folder}/allowed-type.ts`, VALIBOT_TYPE),
    fault(SYNTAX, `${folder}/allowed-time.ts`, 'export const f = (a: number) => new Date(a)'),
  ]),
  ...['src/ui/planted', 'src/gateway/planted'].map((folder) =>
    fault(GLOBALS, `${folder}/allowed-constant.ts`, ENVIRONMENT),
  ),
  fault(GLOBALS, 'src/app-allowed.ts', ENVIRONMENT),
  fault(
    IMPORTS,
    'src/ui/planted/allowed-nutui.ts',
    "import { Button } from '@nutui/nutui-react-taro'\nexport const f = Button",
  ),
  fault(SYNTAX, 'src/features/planted/allowed-clock.ts', 'export const f = () => Date.now()'),
  fault(SYNTAX, 'src/cloud/planted/allowed.ts', "export const f = () => Date.parse('2026-11-22')"),
  ...['config/planted', 'src/cloud/hosts/planted', 'test/runner/planted'].map((folder) =>
    fault('eslint/no-console', `${folder}/allowed-log.ts`, 'export const f = () => console.log(1)'),
  ),
  fault('typescript/no-unsafe-call', 'test/planted/allowed-unsafe.ts', UNSAFE),
  fault('react/rules-of-hooks', 'test/planted/allowed-hook.ts', CONDITIONAL_HOOK),
  fault(
    '@typescript-eslint/no-require-imports',
    'config/planted/allowed-require.js',
    "module.exports = require('node:fs')",
  ),
]

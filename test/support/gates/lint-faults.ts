/**
 * For each rule of the linters a fault that it must find in TypeScript, as the body of a module. Where a rule
 * has options here, what they allow stands in `ALLOWED`.
 */

/** Names that the faults speak of. */
export const PREAMBLE = `export declare const anything: ReturnType<typeof JSON.parse>
export declare const text: string
export declare const count: number
export declare const flag: boolean
export declare const thing: { a?: { b: number } }
export declare const list: number[]
export declare const late: () => Promise<number>
export declare const give: (...given: unknown[]) => void
export class Bare { value = 1; method() { return this.value } }
export const bare = new Bare()
`

export const FAULTS_BY_RULE: Record<string, string> = {
  'eslint/for-direction': 'for (let i = 0; i < 3; i--) give(i)',
  'eslint/no-async-promise-executor':
    'give(new Promise(async (done) => { await late(); done(1) }))',
  'eslint/no-case-declarations': 'switch (count) { case 1: const a = 2; give(a) }',
  'eslint/no-compare-neg-zero': 'give(count === -0)',
  'eslint/no-cond-assign': 'let a = 1; if (a = count) give(a)',
  'eslint/no-constant-binary-expression': 'give({} ?? count)',
  'eslint/no-constant-condition': 'if (1) give()',
  'eslint/no-control-regex': 'give(/\\x1f/)',
  'eslint/no-debugger': 'debugger',
  'eslint/no-delete-var': 'var a = 1; delete a; give(a)',
  'eslint/no-dupe-else-if': 'if (flag) give(1); else if (flag) give(2)',
  'eslint/no-duplicate-case': 'switch (count) { case 1: give(1); break; case 1: give(2) }',
  'eslint/no-empty': 'try { give() } catch {}',
  'eslint/no-empty-character-class': 'give(/a[]/)',
  'eslint/no-empty-pattern': 'export function f({}: object) { return 1 }',
  'eslint/no-empty-static-block': 'export class A { static {} }',
  'eslint/no-ex-assign': 'try { give() } catch (error) { error = 1; give(error) }',
  'eslint/no-extra-boolean-cast': 'if (!!flag) give()',
  'eslint/no-fallthrough': 'switch (count) { case 1: give(1)\n case 2: give(2) }',
  'eslint/no-global-assign': 'undefined = 1 as never',
  'eslint/no-invalid-regexp': "give(new RegExp('['))",
  'eslint/no-irregular-whitespace': 'give(\u00a01)',
  'eslint/no-loss-of-precision': 'give(5123000000000000000000000000001)',
  'eslint/no-misleading-character-class': 'give(/[👍]/)',
  'eslint/no-nonoctal-decimal-escape': "give('\\8')",
  'eslint/no-octal': 'give(017)',
  'eslint/no-prototype-builtins': "give(bare.hasOwnProperty('a'))",
  'eslint/no-regex-spaces': 'give(/a  b/)',
  'eslint/no-self-assign': 'bare.value = bare.value',
  'eslint/no-shadow-restricted-names': 'export function f(NaN: number) { return NaN }',
  'eslint/no-sparse-arrays': 'give([1, , 2])',
  'eslint/no-unexpected-multiline': 'const f = give\n(1 as unknown as never)',
  'eslint/no-unsafe-finally': 'export function f() { try { give() } finally { return 1 } }',
  'eslint/no-unsafe-optional-chaining': 'give((thing?.a).b)',
  'eslint/no-unused-labels': 'a: give()',
  'eslint/no-unused-private-class-members': 'export class A { #a = 1 }',
  'eslint/no-useless-backreference': 'give(/\\1(a)/)',
  'eslint/no-useless-catch': 'try { give() } catch (error) { throw error }',
  'eslint/no-useless-escape': "give('\\d')",
  'eslint/no-var': 'var a = 1; give(a)',
  'eslint/prefer-rest-params': 'export function f() { return arguments }',
  'eslint/prefer-spread': 'give.apply(undefined, list)',
  'eslint/require-yield': 'export function* f() { give() }',
  'eslint/use-isnan': 'give(count === NaN)',
  'eslint/valid-typeof': "give(typeof count === 'nunber')",

  'eslint/no-console': 'console.error(1)',
  'eslint/no-eval': "globalThis.eval('1')",
  'eslint/no-new-func': "give(new Function('return 1'))",
  'eslint/eqeqeq': 'give(count == 1)',
  'eslint/prefer-const': 'let a = 1; give(a)',

  'typescript/await-thenable': 'export async function f() { await count }',
  'typescript/ban-ts-comment': '// @ts-ignore\ngive(1)',
  'typescript/consistent-type-imports': "import { Stats } from 'node:fs'\nexport type S = Stats",
  'eslint/no-array-constructor': 'give(new Array(1, 2))',
  'typescript/no-array-delete': 'delete list[0]',
  'typescript/no-base-to-string': 'give(`${String(bare)}`)',
  'typescript/no-duplicate-enum-values': 'export enum E { A = 1, B = 1 }',
  'typescript/no-duplicate-type-constituents': 'export type T = string | string',
  'typescript/no-empty-object-type': 'export type T = {}',
  'typescript/no-explicit-any': 'export const f = (a: any): unknown => a',
  'typescript/no-extra-non-null-assertion': 'give(thing.a!!.b)',
  'typescript/no-floating-promises': 'late()',
  'typescript/no-for-in-array': 'for (const a in list) give(a)',
  'typescript/no-implied-eval': "setTimeout('give()', 1)",
  'typescript/no-misused-new': 'export interface A { new (): A }',
  'typescript/no-misused-promises': 'if (late()) give()',
  'typescript/no-namespace': 'export namespace N { export const a = 1 }',
  'typescript/no-non-null-asserted-optional-chain': 'give(thing?.a!)',
  'typescript/no-redundant-type-constituents': 'export type T = unknown | string',
  'typescript/no-require-imports': "export const a: unknown = require('node:fs')",
  'typescript/no-this-alias': 'export function f(this: object) { const self = this; give(self) }',
  'typescript/no-unnecessary-type-assertion': 'give(text as string)',
  'typescript/no-unnecessary-type-constraint': 'export type T<A extends unknown> = A[]',
  'typescript/no-unsafe-argument': 'export const f = (a: number) => a\nf(anything)',
  'typescript/no-unsafe-assignment':
    'const a: number[] = anything; give(a)\nconst b = anything; give(b)',
  'typescript/no-unsafe-call': 'anything()',
  'typescript/no-unsafe-declaration-merging': 'export interface A { a: 1 }\nexport class A {}',
  'typescript/no-unsafe-enum-comparison': "enum E { A = 'a' }\ndeclare const e: E\ngive(e === 'a')",
  'typescript/no-unsafe-function-type': 'export const f = (a: Function) => a',
  'typescript/no-unsafe-member-access': 'give(anything.a)',
  'typescript/no-unsafe-return': 'export function f(): number { return anything }',
  'typescript/no-unsafe-unary-minus': 'give(-text)',
  'eslint/no-unused-expressions': 'count + 1',
  'eslint/no-unused-vars': 'const a = 1',
  'typescript/no-wrapper-object-types': 'export const f = (a: String) => a',
  'typescript/only-throw-error': "throw 'a'",
  'typescript/prefer-as-const': "export const a = 'a' as 'a'",
  'typescript/prefer-namespace-keyword': 'declare module Old { const a: 1 }\ngive(Old.a)',
  'typescript/prefer-promise-reject-errors': "give(Promise.reject('a'))",
  'typescript/restrict-plus-operands': 'give(text + thing)',
  'typescript/restrict-template-expressions': 'give(`${thing as object}`)',
  'typescript/switch-exhaustiveness-check':
    "declare const one: 'a' | 'b'\nswitch (one) { case 'a': give() }",
  'typescript/triple-slash-reference': '/// <reference path="./a.d.ts" />\ngive()',
  'typescript/unbound-method': 'give(bare.method)',
}

/** What the options of the rules allow. */
export const ALLOWED: Record<string, string> = {
  'eslint/no-constant-condition': 'while (true) { if (flag) break }',
  'eslint/no-shadow-restricted-names':
    'export function f(globalThis: number) { return globalThis }',
  'eslint/no-fallthrough': 'switch (count) { case 1:\n case 2: give(2) }',
  'eslint/no-cond-assign': 'let a: number; if ((a = count)) give(a)',
  'eslint/eqeqeq': 'give(thing.a == null)',
  'typescript/consistent-type-imports': "export type T = import('node:fs').Stats",
  'typescript/no-explicit-any': 'export const f = (a: unknown) => a!',
  'typescript/switch-exhaustiveness-check':
    "declare const one: 'a' | 'b'\nswitch (one) { case 'a': give(1); break; default: give(2) }",
  'typescript/no-misused-promises':
    'export const a: { done: () => void } = { done: late }\ngive(a)',
  'eslint/no-unused-vars':
    'const _a = 1\nexport function f(_b: number) { try { give() } catch (error) { give() } }',
  'typescript/restrict-template-expressions': 'give(`${count}${flag}${text}`)',
  'typescript/require-await': 'export async function f() { give() }',
  'typescript/no-floating-promises': 'void late()',
}

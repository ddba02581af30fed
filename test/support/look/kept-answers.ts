import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { safeParse } from 'valibot'
import { contract, type OperationName } from '@/contract'
import type { CallRecord } from '../weapp/cloud-line'

interface KeptCall {
  operation: string
  input: unknown
  answer: unknown
}

/** What a page was told when it was looked at, and when that was. */
export interface KeptAnswers {
  at: number
  /** Who looked, and with what after the address of the page. */
  persona: string
  query: Record<string, string>
  calls: KeptCall[]
}

/** The answers in a file, the call of each on a line of its own; null where there is none. */
export function readAnswers(file: string): KeptAnswers | null {
  if (!existsSync(file)) return null
  const [head, ...calls] = readFileSync(file, 'utf8').trimEnd().split('\n')
  return {
    ...(JSON.parse(head!) as Omit<KeptAnswers, 'calls'>),
    calls: calls.map((line) => JSON.parse(line) as KeptCall),
  }
}

export function keepAnswers(file: string, { calls, ...head }: KeptAnswers): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, [head, ...calls].map((line) => `${JSON.stringify(line)}\n`).join(''))
}

/** What was asked and answered while a page was opened, each question once. */
export function callsOf(records: readonly CallRecord[]): KeptCall[] {
  const calls = new Map<string, KeptCall>()
  for (const { request, answer } of records) {
    const { operation, input } = request
    calls.set(keyOf(operation, input), { operation, input, answer })
  }
  return [...calls.values()]
}

/** Answers a page as it was answered then; what it did not ask then it is not told. */
export function answersFrom(kept: KeptAnswers) {
  const known = new Map(kept.calls.map((one) => [keyOf(one.operation, one.input), one.answer]))
  return ({ operation, input }: CallRecord['request']): unknown => {
    const answer = known.get(keyOf(operation, input))
    if (answer === undefined) throw new Error(`${operation} was not asked so then`)
    return answer
  }
}

/** The operations whose kept answer is none any more by the contract of today. */
export function outdated(kept: KeptAnswers): string[] {
  return kept.calls
    .filter(({ operation, answer }) => {
      const operationNow = contract[operation as OperationName]
      const { ok, value } = answer as { ok: boolean; value: unknown }
      return !operationNow || (ok && !safeParse(operationNow.output, value).success)
    })
    .map(({ operation }) => operation)
}

const keyOf = (operation: string, input: unknown): string => `${operation} ${JSON.stringify(input)}`

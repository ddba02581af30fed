import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { parseRequest } from '../../src/cloud/requests'
import { type OperationName, contract } from '../../src/contract'
import type { BoundaryCode } from '../../src/contract/envelope'
import { noLongerThere } from './still-reads'

interface Refusal {
  ok: false
  code: string
  facts: Record<string, unknown>
  traceId: string
}

interface Frozen {
  requests: unknown[]
  values: unknown[]
  refusals: Refusal[]
}

/** The facts of each failure at the boundary that a released client knows how to read. */
const BOUNDARY: Record<BoundaryCode, v.GenericSchema> = {
  INVALID_INPUT: v.object({ path: v.string(), reason: v.string() }),
  REQUEST_ID_REUSED: v.object({}),
  UNAUTHENTICATED: v.object({}),
  FORBIDDEN: v.object({}),
  NOT_FOUND: v.object({ what: v.string() }),
  TOO_MANY_REQUESTS: v.object({ retryAfterMs: v.number() }),
  UNAVAILABLE: v.object({}),
}

const FOLDER = path.join(__dirname, 'frozen')
const versions = readdirSync(FOLDER)

function frozen<Payloads>(version: string, name: string): Payloads {
  return JSON.parse(readFileSync(path.join(FOLDER, version, `${name}.json`), 'utf8')) as Payloads
}

function operationsOf(version: string): OperationName[] {
  const names = readdirSync(path.join(FOLDER, version)).map((file) => path.basename(file, '.json'))
  return names.filter((name) => name !== 'boundary') as OperationName[]
}

const payloads = versions.flatMap((version) =>
  operationsOf(version).map((operation) => ({ version, operation })),
)

describe.each(payloads)('$operation of version $version', ({ version, operation }) => {
  const { requests, values, refusals } = frozen<Frozen>(version, operation)

  test('is still called as it was', () => {
    for (const request of requests) {
      expect(parseRequest(request)).toMatchObject({ parsed: { operation } })
    }
  })

  test('still gives everything that it gave, in the same form', () => {
    expect(values.length).toBeGreaterThan(0)
    for (const value of values) {
      expect(noLongerThere(contract[operation].output, value)).toEqual([])
    }
  })

  test('still refuses in the same words', () => {
    for (const { code, facts } of refusals) {
      const own = (contract[operation].refusals as Record<string, v.GenericSchema>)[code]
      expect({ code, known: own !== undefined }).toEqual({ code, known: true })
      expect(noLongerThere(own, facts)).toEqual([])
    }
  })
})

test.each(versions)('The boundary of version %s still fails in the same words', (version) => {
  const { refusals } = frozen<{ refusals: Refusal[] }>(version, 'boundary')
  for (const { code, facts } of refusals) {
    expect(noLongerThere(BOUNDARY[code as BoundaryCode], facts)).toEqual([])
  }
  expect([...new Set(refusals.map(({ code }) => code))].sort()).toEqual(
    Object.keys(BOUNDARY).sort(),
  )
})

test('Every operation, and each of its refusals, is frozen in some version', () => {
  const kept = new Set(
    payloads.flatMap(({ version, operation }) => [
      operation,
      ...frozen<Frozen>(version, operation).refusals.map(({ code }) => `${operation} ${code}`),
    ]),
  )
  const wanted = Object.entries(contract).flatMap(([operation, { refusals }]) => [
    operation,
    ...Object.keys(refusals).map((code) => `${operation} ${code}`),
  ])
  expect(wanted.filter((name) => !kept.has(name))).toEqual([])
})

test('A field that is removed, renamed or given another form is noticed; one that is added is not', () => {
  const before = { key: 'a', list: [{ at: 1, note: null }] }
  const item = { at: v.number(), note: v.nullable(v.string()) }
  const same = v.object({ key: v.string(), list: v.array(v.object({ ...item, more: v.string() })) })
  expect(noLongerThere(same, before)).toEqual([])
  const renamed = v.object({ name: v.string(), list: v.array(v.object(item)) })
  expect(noLongerThere(renamed, before)).toEqual(['key'])
  const retyped = v.object({
    key: v.string(),
    list: v.array(v.object({ ...item, at: v.string() })),
  })
  expect(noLongerThere(retyped, before)).toEqual(['list[0].at'])
  const narrowed = v.object({ key: v.picklist(['b']), list: v.array(v.object(item)) })
  expect(noLongerThere(narrowed, before)).toEqual(['key'])
})

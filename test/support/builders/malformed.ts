import fc from 'fast-check'
import { anyCharacter } from './characters'

/** The parts of a valibot schema that the contract's inputs are made of. */
interface SchemaParts {
  type: string
  entries?: Record<string, SchemaParts>
  wrapped?: SchemaParts
  item?: SchemaParts
  key?: SchemaParts
  value?: SchemaParts
  options?: readonly unknown[]
  literal?: unknown
  pipe?: readonly (SchemaParts & { requirement?: unknown; message?: unknown })[]
}

/** Values that a schema allows, drawn by walking it; checks between fields may still refuse them. */
export function allowedBy(schema: unknown): fc.Arbitrary<unknown> {
  const parts = schema as SchemaParts
  switch (parts.type) {
    case 'strict_object':
    case 'object': {
      const entries = Object.entries(parts.entries!)
      const required = entries.filter(([, inner]) => inner.type !== 'optional').map(([key]) => key)
      const model = Object.fromEntries(entries.map(([key, inner]) => [key, allowedBy(inner)]))
      return fc.record(model, { requiredKeys: required })
    }
    case 'optional':
      return allowedBy(parts.wrapped)
    case 'nullable':
      return fc.option(allowedBy(parts.wrapped))
    case 'literal':
      return fc.constant(parts.literal)
    case 'custom':
      return fc.jsonValue()
    case 'variant':
    case 'union':
      return fc.oneof(...parts.options!.map(allowedBy))
    case 'picklist':
      return fc.constantFrom(...parts.options!)
    case 'boolean':
      return fc.boolean()
    case 'number':
      return numberAllowedBy(parts)
    case 'array': {
      const most = requirementOf(parts, 'max_length') as number | undefined
      return fc.array(allowedBy(parts.item), { maxLength: Math.min(most ?? 5, 5) })
    }
    case 'record': {
      const key = allowedBy(parts.key) as fc.Arbitrary<string>
      return fc.dictionary(key, allowedBy(parts.value), { maxKeys: 4, noNullPrototype: true })
    }
    case 'string':
      return textAllowedBy(parts)
    default:
      throw new Error(`the generator does not know schemas of the type ${parts.type}`)
  }
}

function requirementOf({ pipe = [] }: SchemaParts, type: string): unknown {
  return pipe.find((action) => action.type === type)?.requirement
}

function numberAllowedBy(parts: SchemaParts): fc.Arbitrary<number> {
  const min = requirementOf(parts, 'min_value') as number
  const max = requirementOf(parts, 'max_value') as number
  const whole = (parts.pipe ?? []).some(({ type }) => type === 'integer')
  return whole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true })
}

function textAllowedBy({ pipe = [] }: SchemaParts): fc.Arbitrary<string> {
  const actions = pipe.filter(({ requirement }) => requirement !== undefined)
  const pattern = actions.find(({ requirement }) => requirement instanceof RegExp)
  const most = actions.find(({ type }) => type === 'max_length')?.requirement as number | undefined
  const least = actions.find(({ type }) => type === 'min_length')?.requirement as number | undefined
  if (actions.some(({ type }) => type === 'uuid')) return fc.uuid()
  if (pattern && least === undefined) return matching(pattern.requirement as RegExp)
  if (actions.some(({ message }) => message === 'DATE')) {
    const date = fc.date({
      min: new Date('2026-11-01'),
      max: new Date('2026-12-31'),
      noInvalidDate: true,
    })
    return date.map((day) => day.toISOString().slice(0, 10))
  }
  return fc.string({ minLength: least ?? 0, maxLength: most ?? 200 })
}

const matchingKnown = new Map<string, fc.Arbitrary<string>>()

/** A few patterns stand in hundreds of fields, and each takes milliseconds to take apart. */
function matching(pattern: RegExp): fc.Arbitrary<string> {
  const known = matchingKnown.get(String(pattern)) ?? fc.stringMatching(pattern)
  matchingKnown.set(String(pattern), known)
  return known
}

/** What somebody sends who means no good, or whose program has a fault. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...['', ' ', '\0', 'a\0b', '\ud83d', '\udc00x', '\u202e', '__proto__', 'null', 'undefined'],
    ...['x'.repeat(10_000), '%', '_', '\\', "';drop table changlai.booking;--", '${7*7}', '👨‍👩‍👧'],
    ...[
      '2026-02-30',
      '0000-00-00',
      '9999-12-31',
      '2026-1-1',
      '1969-12-31',
      '2100-01-01',
      '+2026-01-01',
    ],
    ...['here.pool', 'here.', '.pool', 'HERE.pool', 'here.pool.more', 'here..pool', 'nongye'],
    ...[0, -0, -1, 1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324, true, false, null],
    ...[[], [[]], {}, [null], { toString: 1 }, { length: 3 }, ['here.pool'], { then: 'x' }],
  ),
  fc.jsonValue(),
  fc.string({ unit: anyCharacter }),
  fc.constantFrom(1, 20, 500).map(nestedIn),
  fc
    .array(fc.oneof(fc.integer(), fc.double(), fc.string({ unit: anyCharacter }), fc.jsonValue()), {
      maxLength: 4,
    })
    .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url').slice(0, 220)),
)

function nestedIn(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { deeper: value }
  return value
}

const foreignKey = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'personId', 'openid', '', 'a.b', '\0'),
  fc.string({ unit: anyCharacter, maxLength: 20 }),
)

/** A request with one thing changed in its input or its envelope, as it comes out of JSON. */
export function changedRequest(operation: string, schema: unknown): fc.Arbitrary<unknown> {
  return allowedBy(schema).chain((input) => {
    const fields = Object.keys(input as object)
    const request = { operation, input, requestId: 'fuzz-request', client: '1.0.0' }
    const aField = fc.constantFrom(...(fields.length > 0 ? fields : ['nothing']))
    const inInput = (key: string, value: unknown) => ({
      ...request,
      input: withField(input as object, key, value),
    })
    return fc
      .oneof(
        {
          weight: 6,
          arbitrary: fc.tuple(aField, hostile).map(([key, value]) => inInput(key, value)),
        },
        {
          weight: 2,
          arbitrary: fc.tuple(foreignKey, hostile).map(([key, value]) => inInput(key, value)),
        },
        { weight: 1, arbitrary: aField.map((key) => inInput(key, undefined)) },
        { weight: 1, arbitrary: hostile.map((value) => ({ ...request, input: value })) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.constantFrom('requestId', 'client', 'operation'), hostile)
            .map(([key, value]) => withField(request, key, value)),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(foreignKey, hostile)
            .map(([key, value]) => withField(request, key, value)),
        },
        { weight: 1, arbitrary: hostile },
      )
      .map(throughJson)
  })
}

/** Sets a field, be it called `__proto__`; undefined removes it. */
function withField(target: object, key: string, value: unknown): object {
  const copy = { ...target }
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

function throughJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? 'null')
}

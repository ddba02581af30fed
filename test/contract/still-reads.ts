import * as v from 'valibot'

interface SchemaParts {
  type: string
  entries?: Record<string, SchemaParts>
  item?: SchemaParts
  wrapped?: SchemaParts
}

/**
 * What of a frozen payload a schema no longer gives in the same form, as dotted paths. A field that
 * the schema has and the payload has not is an addition, which a released client does not see.
 */
export function noLongerThere(schema: unknown, frozen: unknown, path = ''): string[] {
  const parts = schema as SchemaParts
  if (parts.type === 'nullable' || parts.type === 'optional') {
    return frozen === null ? [] : noLongerThere(parts.wrapped, frozen, path)
  }
  if (parts.type === 'array') {
    if (!Array.isArray(frozen)) return [path]
    return frozen.flatMap((one, index) => noLongerThere(parts.item, one, `${path}[${index}]`))
  }
  if (parts.entries) {
    if (typeof frozen !== 'object' || frozen === null) return [path]
    return Object.entries(frozen).flatMap(([key, value]) => {
      const inner = parts.entries![key]
      const name = path === '' ? key : `${path}.${key}`
      return inner ? noLongerThere(inner, value, name) : [name]
    })
  }
  return v.is(schema as v.GenericSchema, frozen) ? [] : [path]
}

/** No request of the contract is as deep as this. */
const MAX_DEPTH = 12
/** A path names a field; it need not repeat a page of text that somebody sent as one. */
const MAX_PATH = 120
/** PostgreSQL's text cannot hold NUL; half a surrogate pair would be stored as another character. */
const UNSTORABLE = /\0|\p{Surrogate}/u

/**
 * The first part of a request that no field of the contract may hold: text with NUL or half a
 * character, a number that is not finite, a field that every object has by birth (`__proto__`,
 * `constructor`), something that JSON does not know, or nesting without end. Null when there is none.
 */
export function foreignValue(
  value: unknown,
  path = '',
  depth = 0,
): { path: string; reason: string } | null {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? { path, reason: 'TEXT' } : null
  if (typeof value === 'number') return Number.isFinite(value) ? null : { path, reason: 'NUMBER' }
  if (typeof value === 'boolean' || value === null || value === undefined) return null
  if (typeof value !== 'object') return { path, reason: 'TYPE' }
  if (depth >= MAX_DEPTH) return { path, reason: 'TOO_DEEP' }
  for (const [key, inner] of Object.entries(value)) {
    const innerPath = `${path}${path && '.'}${key}`.slice(0, MAX_PATH)
    if (UNSTORABLE.test(key)) return { path: storable(innerPath), reason: 'TEXT' }
    if (key in Object.prototype) return { path: innerPath, reason: 'UNKNOWN_FIELD' }
    const found = foreignValue(inner, innerPath, depth + 1)
    if (found) return { ...found, path: storable(found.path) }
  }
  return null
}

function storable(path: string): string {
  return path.replace(/\0|\p{Surrogate}/gu, '\ufffd')
}

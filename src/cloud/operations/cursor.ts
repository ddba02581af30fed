/** What the parts of a cursor are: an instant in ms, a calendar day, a key, a whole number. */
export type CursorPart = 'instant' | 'day' | 'key' | 'number'

type Part<Kind extends CursorPart> = Kind extends 'instant' | 'number' ? number : string
type Parts<Kinds extends readonly CursorPart[]> = { -readonly [I in keyof Kinds]: Part<Kinds[I]> }

const IS: Record<CursorPart, (value: unknown) => boolean> = {
  instant: (value) => Number.isSafeInteger(value) && Math.abs(value as number) < 1e13,
  number: (value) => Number.isSafeInteger(value) && Math.abs(value as number) < 2 ** 31,
  day: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isDay(value),
  key: (value) => typeof value === 'string' && /^[a-z0-9.-]{1,64}$/.test(value),
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Where a page ended, as the wire's cursor. */
export function writeCursor(...parts: (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** The parts of a cursor, if there is one; null for one that this operation cannot have given. */
export function readCursor<const Kinds extends readonly CursorPart[]>(
  cursor: string | undefined,
  kinds: Kinds,
): Parts<Kinds> | null | undefined {
  if (cursor === undefined) return undefined
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
  const fits =
    Array.isArray(parts) &&
    parts.length === kinds.length &&
    kinds.every((kind, index) => IS[kind]((parts as unknown[])[index]))
  return fits ? (parts as Parts<Kinds>) : null
}

/** The outcome for a cursor that cannot be read. */
export const WRONG_CURSOR = { invalid: { path: 'after', reason: 'CURSOR' } } as const

/** Splits `size + 1` rows read for a page into the page and whether another follows. */
export function pageOf<Row>(rows: Row[], size: number): { page: Row[]; last: Row | null } {
  const page = rows.slice(0, size)
  return { page, last: rows.length > size ? page[size - 1]! : null }
}

import pg from 'pg'

type Parser = (text: string) => unknown

const instant: Parser = (text) => (pg.types.getTypeParser(1184)(text) as Date).getTime()

const integer: Parser = (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('an int8 is beyond what a number holds')
  return value
}

const asWritten: Parser = (text) => text

/** By type number (pg_type.oid). */
const PARSERS = new Map<number, Parser>([
  [20, integer],
  [1082, asWritten],
  [1184, instant],
])

/**
 * How the store's connections read values: timestamptz as milliseconds since the epoch, date as
 * YYYY-MM-DD, int8 as a number (RangeError beyond the safe integers); all else as `pg` does. Bound to
 * a pool, not to the process, so that no other user of `pg` is changed.
 */
export const valueParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS.get(oid)) ||
    pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
}

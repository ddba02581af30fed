import pg from 'pg'

type Parser = (text: string) => unknown

const { builtins, getTypeParser } = pg.types
const toDate = getTypeParser(builtins.TIMESTAMPTZ, 'text') as (text: string) => Date

const integer: Parser = (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('an int8 is beyond what a number holds')
  return value
}

/** By type number (pg_type.oid). */
const PARSERS = new Map<number, Parser>([
  [builtins.INT8, integer],
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, (text) => toDate(text).getTime()],
])

/**
 * How the store's connections read values: timestamptz as milliseconds since the epoch, date as
 * YYYY-MM-DD, int8 as a number (RangeError beyond the safe integers); all else as `pg` does. Bound to
 * a pool, not to the process, so that no other user of `pg` is changed.
 */
export const valueParsers: pg.CustomTypesConfig = {
  // Every value comes as text: the store never asks for the binary format.
  getTypeParser: (oid: number): Parser => {
    const usual = getTypeParser(oid, 'text') as Parser
    return PARSERS.get(oid) ?? usual
  },
}

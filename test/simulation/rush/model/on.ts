import { type AnswerRow, type Tables, nameOf } from './tables'
import { Refused, type Transaction } from './transactions'

/**
 * What is taken away from the database, to show that it is missed: the comparison with the seats that
 * are left (`guard`), the constraint behind it (`wall`), the lock on the pool that is counted (`lock`),
 * the marks of persons (`turns`), the unique indexes of seats and of answers; the limits of a person
 * (`limits`); that seats are the list's (`list`), the lock of a list with the unique key of its places
 * (`list lock`), their order (`list order`), that offers which lapsed are found (`lapsed`).
 */
export type Bent =
  | ('guard' | 'wall' | 'lock' | 'turns' | 'seat once' | 'answer once' | 'limits')
  | ('list' | 'list lock' | 'list order' | 'lapsed')

/** What a statement works on. */
export interface On {
  tables: Tables
  transaction: Transaction
  bent: ReadonlySet<Bent>
}

/** A row as a transaction sees it: with its own changes. */
export function seen<Row extends object>({ transaction }: On, row: Row): Row {
  return (transaction.own.get(row) as Row | undefined) ?? row
}

/** Has a row changed once the transaction is committed, which sees it changed from now on. */
export function change<Row extends object>(on: On, row: Row, changed: Partial<Row>): void {
  const { own, writes, version } = on.transaction
  const all = 'version' in row ? { ...changed, version } : changed
  own.set(row, { ...seen(on, row), ...all })
  writes.push(() => Object.assign(row, all))
}

/** Inserts a key that a unique index holds, once nobody else is about to; throws where it is there. */
export function* insertKey(
  { transaction }: On,
  key: string,
  isThere: boolean | (() => boolean),
  constraint: string,
): Generator<{ lock: string }, void, void> {
  yield { lock: key }
  const there = typeof isThere === 'boolean' ? isThere : isThere()
  if (there || transaction.inserted.has(key)) throw new Refused('23505', constraint)
  transaction.inserted.add(key)
}

/**
 * The same of an answer under its requestId; gives the answer that stands there already in the place
 * of an error where it is to be updated.
 */
export function* lockAnswer(
  on: On,
  { centreId, personId, requestId }: AnswerRow,
  conflict: 'throws' | 'gives',
): Generator<{ lock: string }, AnswerRow | null, void> {
  if (on.bent.has('answer once')) return null
  const key = `answer ${centreId} ${personId} ${requestId}`
  yield { lock: key }
  const there = on.tables.answers
    .get(nameOf({ personId, requestId }))
    ?.find((row) => row.centreId === centreId)
  if (there && conflict === 'gives') return there
  if (there || on.transaction.inserted.has(key)) throw new Refused('23505', 'answered_request_once')
  on.transaction.inserted.add(key)
  return null
}

/** Has an answer written down once the transaction is committed. */
export function writeAnswer({ tables, transaction }: On, row: AnswerRow): void {
  transaction.answers.push(row)
  transaction.writes.push(() => tables.addAnswer(row))
}

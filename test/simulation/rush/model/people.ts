import { type On, insertKey, lockAnswer, writeAnswer } from './on'
import { type Named, namedIn } from './named'
import { type AnswerRow, nameOf } from './tables'
import type { Row, Work } from './transactions'

/** Whoever has or had to do with bookings of pools (`seats.people-of-pools`). */
export function* peopleOfPools({ tables }: On, values: unknown[]): Work {
  const [, poolIds] = values as [string[], string[]]
  const rows = poolIds.flatMap((poolId): Row[] => {
    const people = [...tables.bookings.values()]
      .filter((booking) => booking.poolId === poolId)
      .flatMap(({ holderId, bookedBy }) => (bookedBy === null ? [holderId] : [holderId, bookedBy]))
    for (const seat of tables.seatsOfPool.get(poolId) ?? []) {
      if (seat.isBooked && seat.personId !== seat.holderId) people.push(seat.personId)
    }
    const names = [...tables.identities].flatMap(([name, personId]) =>
      people.includes(personId) ? [name.replace(' ', ':')] : [],
    )
    return people.length > 0 ? [{ poolId, people: [...people, ...names] }] : []
  })
  yield 'a moment'
  return rows
}

/** The persons behind identities, each made where there is none (`people.of-identity`). */
export function* personsOfIdentities(on: On, values: unknown[]): Work {
  const { tables, transaction } = on
  const [providers, subjects, newIds] = values as [string[], string[], string[]]
  const names = providers.map((provider, index) => `${provider} ${subjects[index]}`)
  const known = names.map((name) => tables.identities.get(name))
  yield 'a moment'
  const made = new Map<string, string>()
  for (const name of [...new Set(names.filter((_, index) => known[index] === undefined))].sort()) {
    const newId = newIds[names.indexOf(name)]!
    const isThere = () => tables.identities.has(name)
    yield* insertKey(on, `identity ${name}`, isThere, 'person_identity_pkey')
    made.set(name, newId)
    transaction.writes.push(() => tables.addPerson(newId, name))
  }
  // Everybody of the model was here this month.
  return names.map((name, index) => ({ personId: known[index] ?? made.get(name)!, visit: null }))
}

/** Writes answers down, each unless there is one (`answered-requests.settle`). */
export function* settleAnswers(on: On, values: unknown[]): Work {
  const { tables } = on
  const asked = rowsIn(values)
  const earlier = asked.map((row) => tables.answers.get(nameOf(row)))
  yield 'a moment'
  const first = new Map<string, AnswerRow>()
  for (const [index, row] of asked.entries()) {
    if (!earlier[index] && !first.has(nameOf(row))) first.set(nameOf(row), row)
  }
  const settled = new Map<string, AnswerRow>()
  for (const [name, row] of [...first].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const there = yield* lockAnswer(on, row, 'gives')
    settled.set(name, there ?? row)
    if (!there) writeAnswer(on, row)
  }
  return asked.map((row, index) => standing(row, earlier[index] ?? [settled.get(nameOf(row))!]))
}

/** The answer under a requestId (`answered-requests.kept`). */
export function* keptAnswer({ tables }: On, values: unknown[]): Work {
  const [personId, requestId, operation, inputHash] = values as [string, string, string, Buffer]
  const rows = tables.answers.get(nameOf({ personId, requestId }))
  const kept = rows ? [standing({ operation, inputHash }, rows)] : []
  yield 'a moment'
  return kept
}

/** Whether there is an answer under a requestId (`answered-requests.is-answered`). */
export function* isAnswered({ tables }: On, values: unknown[]): Work {
  const [personId, requestId] = values as [string, string]
  const isThere = tables.answers.has(nameOf({ personId, requestId }))
  yield 'a moment'
  return isThere ? [{}] : []
}

/** Writes answers of a transaction down (`answered-requests.record`). */
export function* recordValues(on: On, values: unknown[]): Work {
  const [centres, people, ...rest] = values as [string[], string[], ...unknown[]]
  yield 'a moment'
  for (const row of rowsIn([people, rest[0], rest[1], rest[2], centres, rest[3]])) {
    yield* lockAnswer(on, row, 'throws')
    writeAnswer(on, row)
  }
  return []
}

/** Of several answers that to the very request. */
function standing(
  { operation, inputHash }: Pick<AnswerRow, 'operation' | 'inputHash'>,
  rows: readonly AnswerRow[],
): Row {
  const isSame = (row: AnswerRow) => row.operation === operation && row.inputHash.equals(inputHash)
  const row = rows.find(isSame) ?? rows[0]!
  return { sameRequest: isSame(row), answer: row.answer }
}

function rowsIn(values: unknown[]): AnswerRow[] {
  const [people, ids, operations, hashes, centres, answers] = values as [
    ...[string[], string[], string[], Buffer[], string[], string[]],
  ]
  return people.map((personId, index) => ({
    ...{ personId, requestId: ids[index]!, operation: operations[index]! },
    ...{ inputHash: hashes[index]!, centreId: centres[index]! },
    answer: JSON.parse(answers[index]!) as unknown,
  }))
}

/** Holds the persons of wishes (`seats.lock-party`). */
export function* lockParties({ tables }: On, values: unknown[]): Work {
  const [holders, ...named] = values as [string[], ...Named]
  const rows = namedIn(tables, holders, named).flatMap(({ at, personId }): Row[] =>
    personId === null ? [] : [{ at, personId }],
  )
  const persons = new Set(rows.map(({ personId }) => personId as string))
  for (const personId of [...persons].sort()) yield { lock: `person ${personId}` }
  return rows
}

import type { Pool, PoolClient } from 'pg'
import {
  keptAnswer as askKept,
  recordValues as askToRecord,
  settleAnswers as askToSettle,
} from '../../../../src/cloud/store/queries/answered-requests'
import { personsOfIdentities as askForPersons } from '../../../../src/cloud/store/queries/people'
import { lockParties as askForParties } from '../../../../src/cloud/store/queries/seats/party'
import { takeSeats as askForSeats } from '../../../../src/cloud/store/queries/seats/take'
import { whyNoSeats as askWhyNot } from '../../../../src/cloud/store/queries/seats/why-not-taken'
import {
  addEntries as askToAdd,
  entriesWith as askForEntries,
} from '../../../../src/cloud/store/queries/waitlist/entries'
import { lockLists as askForLists } from '../../../../src/cloud/store/queries/waitlist/lock'
import { fullPools } from './full'
import { giveSeatBack, whyNotGivenBack } from './give-back'
import type { On } from './on'
import { acceptOffer, obstaclesOf, takeTurns } from './accept'
import { keepOutcome, liveEntries, outcomeOf, pastChances, writeAdvanced } from './pass-on'
import * as people from './people'
import { takeSeats } from './take'
import type { Work } from './transactions'
import { addEntries, entriesWith, entryOf, leaveList, listsDue, lockLists } from './waitlist'
import { whyNoSeats } from './why-not'

type Statement = (on: On, values: unknown[]) => Work

/** What the model does for each statement, by the name that it is sent with. */
const STATEMENTS: Readonly<Record<string, Statement>> = {
  'seats.take': takeSeats,
  'seats.why-not': whyNoSeats,
  'seats.give-back': giveSeatBack,
  'seats.why-not-given-back': whyNotGivenBack,
  'seats.people-of-pools': people.peopleOfPools,
  'seats.full-pools': fullPools,
  'seats.lock-party': people.lockParties,
  'answered-requests.settle': people.settleAnswers,
  'answered-requests.kept': people.keptAnswer,
  'answered-requests.is-answered': people.isAnswered,
  'answered-requests.record': people.recordValues,
  'people.of-identity': people.personsOfIdentities,
  'waitlist.lock': lockLists,
  'waitlist.entry': entryOf,
  'waitlist.entry-with': entriesWith,
  'waitlist.add': addEntries,
  'waitlist.leave': leaveList,
  'waitlist.due': listsDue,
  'waitlist.live-entries': liveEntries,
  'waitlist.write-advanced': writeAdvanced,
  'waitlist.outcome': outcomeOf,
  'waitlist.keep-outcome': keepOutcome,
  'waitlist.past-chances': pastChances,
  'waitlist.take-turns': takeTurns,
  'waitlist.obstacles': obstaclesOf,
  'waitlist.accept': acceptOffer,
  'alerts.of-offers': nobodyIsTold,
}

/** Nobody of the model has a message in store. */
function* nobodyIsTold(): Work {
  yield 'a moment'
  return []
}

export interface Sent {
  name?: string
  text: string
  values?: unknown[]
}

/** What a statement for many is called for one: it has no name then, but the same text. */
const names = new Map<string, string>()

/** The name of what is sent; its text where it has none. */
export function nameOfSent(sent: Sent): string {
  return sent.name ?? names.get(sent.text) ?? sent.text.trim()
}

export function statementFor(name: string): Statement {
  const statement = STATEMENTS[name]
  if (!statement) throw new Error(`The model does not know the statement: ${name}`)
  return statement
}

/** Has each of them asked for one, and looks which text goes with which name. */
function learnNames(): void {
  const query = ({ name, text }: Sent) => {
    names.set(text, name!)
    return new Promise(() => {})
  }
  const pool = { query } as unknown as Pool
  const now = new Date(0)
  const intent = {
    ...{ personId: '', requestId: '', operation: 'seats.book' as const, centreId: '' },
    inputHash: Buffer.alloc(0),
  }
  const wish = { intent, poolId: '', evenIfClashes: false, now, bookingId: '', checkInCode: '' }
  void askForSeats(pool, [wish])
  void askWhyNot(pool, [wish])
  void askToSettle(pool, [{ intent, answer: {}, now }])
  const client = pool as unknown as PoolClient
  void askForParties(client, [wish])
  void askForEntries(client, [wish])
  void askForLists(client, [''])
  void askToAdd(client, [{ wish, entryId: '' }])
  void askToRecord(client, [{ intent, value: {}, now }])
  void askKept(pool, intent)
  void askForPersons(pool, [{ provider: '', subject: '' }])
}

// Before any history begins: what is asked draws by chance.
learnNames()

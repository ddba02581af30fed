import type { Pool } from 'pg'
import {
  keptAnswer as askKept,
  settleAnswers as askToSettle,
} from '../../../../src/cloud/store/queries/answered-requests'
import { personsOfIdentities as askForPersons } from '../../../../src/cloud/store/queries/people'
import { takeSeats as askForSeats } from '../../../../src/cloud/store/queries/seats/take'
import { whyNoSeats as askWhyNot } from '../../../../src/cloud/store/queries/seats/why-not-taken'
import { fullPools } from './full'
import { giveSeatBack, whyNotGivenBack } from './give-back'
import type { On } from './on'
import { keptAnswer, lockParty, peopleOfPools, personsOfIdentities, settleAnswers } from './people'
import { takeSeats } from './take'
import type { Work } from './transactions'
import { whyNoSeats } from './why-not'

type Statement = (on: On, values: unknown[]) => Work

/** What the model does for each statement, by the name that it is sent with. */
const STATEMENTS: Readonly<Record<string, Statement>> = {
  'seats.take': takeSeats,
  'seats.why-not': whyNoSeats,
  'seats.give-back': giveSeatBack,
  'seats.why-not-given-back': whyNotGivenBack,
  'seats.people-of-pools': peopleOfPools,
  'seats.full-pools': fullPools,
  'seats.lock-party': lockParty,
  'answered-requests.settle': settleAnswers,
  'answered-requests.kept': keptAnswer,
  'people.of-identity': personsOfIdentities,
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
  void askKept(pool, intent)
  void askForPersons(pool, [{ provider: '', subject: '' }])
}

// Before any history begins: what is asked draws by chance.
learnNames()

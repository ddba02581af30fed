import type { PoolClient } from 'pg'
import type { OperationName } from '@/contract'
import { violatedUnique } from '@/cloud/database-errors'
import type { Dependencies, Intent, Outcome, Refusal } from '@/cloud/handler'
import { commandInTransaction } from '../command-in-transaction'
import { TRIES } from '../seats/tries'

/** Thrown by the steps of a command to refuse it after some of them: none of them happened. */
class Undone extends Error {
  constructor(readonly refusal: object) {
    super('A command was refused after it had begun')
  }
}

/** Refuses a command from within its transaction and undoes what it has done. */
export function undo<N extends OperationName>(refusal: Refusal<N>): never {
  throw new Undone(refusal)
}

/** What a seat or a key met that somebody else has, drawn or taken in the same moment. */
const TRY_AGAIN = new Set([
  ...['booking_attendee_once', 'booking_check_in_code_once', 'booking_pkey'],
  ...['consultation_pkey', 'consultation_attachment_pkey'],
])

/**
 * A command in one transaction, as commandInTransaction, whose steps may end in `undo`. Tried anew
 * where a key that it drew, or a seat, was taken in the same moment.
 */
export async function undoableCommand<N extends OperationName>(
  dependencies: Dependencies,
  intent: Intent,
  work: (client: PoolClient, now: Date) => Promise<Outcome<N>>,
): Promise<Outcome<N>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await commandInTransaction<N>(dependencies, intent, work)
    } catch (error) {
      if (error instanceof Undone) return { refusal: error.refusal as Refusal<N> }
      if (tries === TRIES || !TRY_AGAIN.has(violatedUnique(error) ?? '')) throw error
    }
  }
}

import { randomBytes } from 'node:crypto'
import { centreKey } from '@/domain/access/key'
import { plainCode } from '@/domain/access/plain-code'
import { POSTER_LETTERS } from '@/domain/attendance/poster-scene'
import type { Handler } from '@/cloud/handler'
import { hang } from '@/cloud/store/queries/attendance/posters'
import { commandInTransaction } from '../command-in-transaction'

/** How many random bytes to give: running out of them is then as good as impossible. */
const POSTER_BYTES = 32

/** For staff: makes a code for the wall of a centre; the one before ends at once. */
export const makePoster: Handler<'attendance.makePoster'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const letters = plainCode(randomBytes(POSTER_BYTES), POSTER_LETTERS).toLowerCase()
    const posterId = centreKey(input.centreId, letters)
    if (await hang(client, posterId, intent.personId, now)) return { value: { posterId } }
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  })

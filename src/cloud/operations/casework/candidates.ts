import { openedParties } from '@/cloud/consultations/opened-parties'
import type { Handler } from '@/cloud/handler'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import { candidatesFor } from '@/cloud/store/queries/consultations/candidates'
import { consultationFor, isSealed } from '@/cloud/store/queries/consultations/row'
import { NO_CONSULTATION } from '../consultation/no-consultation'

/** What somebody is called who never chose a nickname. */
const NAMELESS = '没有填称呼的一位'

/** For staff: to whom a consultation may be assigned. The names of the parties go to nobody. */
export const listCandidates: Handler<'casework.candidates'> = async ({ input, dependencies }) => {
  const { pool } = dependencies.store
  const row = await consultationFor(pool, 'staff', input.consultationId)
  if (!row || !isSealed(row)) return NO_CONSULTATION
  const parties = (await openedParties(sealingOf(dependencies), row))!
  const candidates = await candidatesFor(pool, row, parties)
  return {
    value: {
      professionals: candidates.map(({ personId, nickname }) => ({
        personId,
        nickname: nickname ?? NAMELESS,
      })),
    },
  }
}

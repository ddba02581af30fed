import { briefOf } from '@/cloud/consultations/brief'
import type { Handler } from '@/cloud/handler'
import { consultationsOf } from '@/cloud/store/queries/consultations/mine'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { personOf } from '../person'

const PAGE = 20

/** The consultations of the person who asks, newest first, without a word of what they are about. */
export const myConsultations: Handler<'consultation.mine'> = async (call) => {
  const { input, actor, dependencies } = call
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const wish = { personId: personOf(actor), after, limit: PAGE + 1 }
  const { page, last } = pageOf(await consultationsOf(dependencies.store.pool, wish), PAGE)
  const next = last && writeCursor(last.createdAt, last.consultationId)
  return { value: { consultations: page.map(briefOf), after: next } }
}

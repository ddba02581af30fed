import type { Dependencies } from '@/cloud/handler'
import {
  consultationsToForget,
  forgetConsultation,
  forgetMetBefore,
} from '@/cloud/store/queries/consultations/forget'
import { KEPT_FOR_DAYS } from '@/domain/retention/kept-for'
import { DAY } from '@/domain/time/instant'

const BATCH = 50
/** A professional who has met one side must not meet the other for so long. */
const MET_KEPT_DAYS = KEPT_FOR_DAYS.partiesMet

/**
 * Destroys the keys of consultations whose day of deletion has come, with all that was written in
 * them, and forgets whom professionals met two years ago. Gives how many consultations.
 */
export async function forgetConsultations({ store, clock }: Dependencies): Promise<number> {
  const now = clock.now()
  const metBefore = new Date(now.getTime() - MET_KEPT_DAYS * DAY)
  while ((await forgetMetBefore(store.pool, metBefore)) > 0);
  let forgotten = 0
  for (;;) {
    const due = await consultationsToForget(store.pool, now, BATCH)
    for (const one of due) if (await forgetConsultation(store.pool, one, now)) forgotten += 1
    if (due.length < BATCH) return forgotten
  }
}

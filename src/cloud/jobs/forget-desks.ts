import type { Dependencies } from '@/cloud/handler'
import { KEPT_FOR_DAYS } from '@/domain/retention/kept-for'
import { DAY } from '@/domain/time/instant'
import { forgetDesksBefore } from '@/cloud/store/queries/devices/sessions'

/** For so long somebody who asks can be told when a desk was signed in as them. */
const KEPT_MS = KEPT_FOR_DAYS.desks * DAY

/** Deletes sign-ins and sessions at desks a week after they were over; gives how many. */
export function forgetDesks({ store, clock }: Dependencies): Promise<number> {
  return forgetDesksBefore(store.pool, new Date(clock.now().getTime() - KEPT_MS))
}

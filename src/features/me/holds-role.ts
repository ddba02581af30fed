import type { Output } from '@/contract'
import {
  PROFESSIONALS,
  SEALED_SERVICES,
  type SealedService,
} from '@/domain/consultation/consultation'

type Me = Output<'me.get'>

function holds(me: Me | null, roles: readonly string[], centreId: string): boolean {
  return (me?.roles ?? []).some(
    (held) => roles.includes(held.role) && (held.centreId === null || held.centreId === centreId),
  )
}

/** Whether somebody works for a centre: its staff, or the district that keeps all of them. */
export function worksFor(me: Me | null, centreId: string): boolean {
  return holds(me, ['staff', 'district'], centreId)
}

/** Whether somebody may book in a centre for whoever reads out a code to them. */
export function mayBookFor(me: Me | null, centreId: string): boolean {
  return holds(me, ['volunteer', 'staff', 'district'], centreId)
}

/** Whether somebody marks who is there in a centre: its volunteers and staff, and the district. */
export const marksAttendanceIn = mayBookFor

/** What somebody takes up in a centre: questions of law as its lawyer, disputes as its mediator. */
export function servicesIn(me: Me | null, centreId: string): SealedService[] {
  return SEALED_SERVICES.filter((service) => holds(me, [PROFESSIONALS[service]], centreId))
}

/** Whether somebody calls the numbers of a centre's clinics: its doctors and staff, and the district. */
export function callsNumbersIn(me: Me | null, centreId: string): boolean {
  return holds(me, ['doctor', 'staff', 'district'], centreId)
}

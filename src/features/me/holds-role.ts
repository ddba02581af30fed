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

/** Whether somebody does anything in a centre beyond booking. */
export function holdsRole(me: Me | null): boolean {
  return (me?.roles ?? []).length > 0
}

/** Whether somebody works for a centre: its staff and directors, or the district that keeps all of them. */
export function worksFor(me: Me | null, centreId: string): boolean {
  return holds(me, ['staff', 'director', 'district'], centreId)
}

/** Whether somebody decides who works in a centre, and reads there what was done. */
export function directs(me: Me | null, centreId: string): boolean {
  return holds(me, ['director', 'district'], centreId)
}

/** Whether somebody keeps all centres of the deployment. */
export function keepsDistrict(me: Me | null): boolean {
  return (me?.roles ?? []).some(({ role, centreId }) => role === 'district' && centreId === null)
}

/** Whether somebody may book in a centre for whoever reads out a code to them. */
export function mayBookFor(me: Me | null, centreId: string): boolean {
  return holds(me, ['volunteer', 'staff', 'director', 'district'], centreId)
}

/** Whether somebody marks who is there in a centre: also its teachers. */
export function marksAttendanceIn(me: Me | null, centreId: string): boolean {
  return mayBookFor(me, centreId) || holds(me, ['teacher'], centreId)
}

/** What somebody takes up in a centre: questions of law as its lawyer, disputes as its mediator. */
export function servicesIn(me: Me | null, centreId: string): SealedService[] {
  return SEALED_SERVICES.filter((service) => holds(me, [PROFESSIONALS[service]], centreId))
}

/** Whether somebody calls the numbers of a centre's clinics: its doctors and staff, and the district. */
export function callsNumbersIn(me: Me | null, centreId: string): boolean {
  return holds(me, ['doctor', 'staff', 'director', 'district'], centreId)
}

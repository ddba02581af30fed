import type { Output } from '@/contract'
import {
  PROFESSIONALS,
  SEALED_SERVICES,
  type SealedService,
} from '@/domain/consultation/consultation'

/** Whether somebody works for a centre: its staff, or the district that keeps all of them. */
export function worksFor(me: Output<'me.get'> | null, centreId: string): boolean {
  return (me?.roles ?? []).some(
    (held) =>
      (held.role === 'staff' || held.role === 'district') &&
      (held.centreId === null || held.centreId === centreId),
  )
}

/** What somebody takes up in a centre: questions of law as its lawyer, disputes as its mediator. */
export function servicesIn(me: Output<'me.get'> | null, centreId: string): SealedService[] {
  return SEALED_SERVICES.filter((service) =>
    (me?.roles ?? []).some(
      (held) =>
        held.role === PROFESSIONALS[service] &&
        (held.centreId === null || held.centreId === centreId),
    ),
  )
}

/** Whether somebody calls the numbers of a centre's clinics: its doctors and staff, and the district. */
export function callsNumbersIn(me: Output<'me.get'> | null, centreId: string): boolean {
  return (me?.roles ?? []).some(
    (held) =>
      ['doctor', 'staff', 'district'].includes(held.role) &&
      (held.centreId === null || held.centreId === centreId),
  )
}

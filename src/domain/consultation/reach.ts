import { DAY } from '@/domain/time/instant'
import type { Role } from '@/domain/access/role'
import { type ConsultationState, PROFESSIONALS, type Service } from './consultation'

/** For so many days after closing its professional can still read a consultation; then only the resident. */
export const READABLE_DAYS = 30

/**
 * Whether somebody who holds these roles may work on a consultation that is assigned to them: with the
 * role of its service in its centre, until READABLE_DAYS after it was closed. Instants in ms.
 */
export function isWithin(
  consultation: {
    centreId: string
    service: Service
    state: ConsultationState
    closedAt: number | null
  },
  roles: readonly { role: Role; centreId: string | null }[],
  now: number,
): boolean {
  const { centreId, service, state, closedAt } = consultation
  if (service === 'feedback' || state === 'withdrawn') return false
  if (closedAt !== null && now >= closedAt + READABLE_DAYS * DAY) return false
  return roles.some(
    (granted) =>
      granted.role === PROFESSIONALS[service] && [null, centreId].includes(granted.centreId),
  )
}

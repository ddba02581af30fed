import { PROFESSIONALS, SEALED_SERVICES } from '@/domain/consultation/consultation'
import type { Actor } from '@/cloud/handler'
import { personOf } from '../person'

/** Whose consultations a professional sees in a centre: their own, of the services that they work for. */
export function whoseCases(actor: Actor, centreId: string) {
  const services = SEALED_SERVICES.filter((service) =>
    actor.roles.some(
      (granted) =>
        granted.role === PROFESSIONALS[service] && [null, centreId].includes(granted.centreId),
    ),
  )
  return { centreId, personId: personOf(actor), services }
}

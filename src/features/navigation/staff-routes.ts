import { openScreen } from '@/gateway/navigation'

const LIMITS = '/pages/staff/limits/limits'

/** Where staff set what holds for bookings. */
export const goStaff = {
  limits: (): void => openScreen(LIMITS),
}

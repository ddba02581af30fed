import type { Output } from '@/contract'

/** Whether somebody works for a centre: its staff, or the district that keeps all of them. */
export function worksFor(me: Output<'me.get'> | null, centreId: string): boolean {
  return (me?.roles ?? []).some(
    (held) =>
      (held.role === 'staff' || held.role === 'district') &&
      (held.centreId === null || held.centreId === centreId),
  )
}

import type { Output } from '@/contract'
import { type Answered, useAnswer } from '../use-answer'

export type StaffDay = Output<'staff.today'>

/** Today in a centre, for whoever works there; kept by nobody's phone. */
export function useStaffDay(centreId: string): Answered<'staff.today'> {
  return useAnswer({ operation: 'staff.today', input: { centreId } })
}

import { parseSeating, type Seating } from '@/domain/calendar/seating'
import { wholeTyped } from '@/domain/time/typed'

/** What staff have said so far of the seats; the rest as it stands. */
export interface SeatsForm {
  /** Whether one books at all. */
  needed: boolean
  per: Seating['per']
  capacity: string
  opensDaysBefore: number
  /** `HH:MM`, or empty for the time at which it starts. */
  opensAt: string
  closesMinutesBefore: number
  cancelHoursBefore: number
  homeCentreDays: number
  drawn: boolean
  numbered: boolean
  /** What this form does not ask: slots, a form to fill in, a role. */
  carried: Pick<Seating, 'slotMinutes' | 'intake' | 'onlyRole'>
}

/** Open as soon as it is published: further ahead than anybody plans. */
export const AT_ONCE = 366

export const USUAL_SEATS: SeatsForm = {
  needed: true,
  per: 'occurrence',
  capacity: '30',
  opensDaysBefore: 7,
  opensAt: '09:00',
  closesMinutesBefore: 60,
  cancelHoursBefore: 24,
  homeCentreDays: 0,
  drawn: false,
  numbered: false,
  carried: {},
}

/** How seats are given, as the form says; null for no seats, or while it cannot be. */
export function seatingOf(form: SeatsForm): Seating | null {
  const capacity = wholeTyped(form.capacity)
  if (!form.needed || capacity === null) return null
  const { per, opensDaysBefore, opensAt, closesMinutesBefore, cancelHoursBefore } = form
  const parsed = parseSeating({
    ...{ per, capacity, opensDaysBefore, closesMinutesBefore, cancelHoursBefore },
    ...(opensAt !== '' && { opensAt }),
    ...(form.homeCentreDays > 0 && { homeCentreDays: form.homeCentreDays }),
    ...(form.drawn && { mode: 'ballot' }),
    ...(form.numbered && per === 'occurrence' && { numbered: true }),
    ...form.carried,
    ...(per === 'term' && { slotMinutes: undefined }),
  })
  return 'seating' in parsed ? parsed.seating : null
}

/** The form of how seats are given; of null, one that needs none. */
export function formOfSeating(seating: Seating | null): SeatsForm {
  if (seating === null) return { ...USUAL_SEATS, needed: false }
  const { slotMinutes, intake, onlyRole } = seating
  return {
    needed: true,
    per: seating.per,
    capacity: String(seating.capacity),
    opensDaysBefore: seating.opensDaysBefore,
    opensAt: seating.opensAt ?? '',
    closesMinutesBefore: seating.closesMinutesBefore,
    cancelHoursBefore: seating.cancelHoursBefore,
    homeCentreDays: seating.homeCentreDays ?? 0,
    drawn: seating.mode === 'ballot',
    numbered: seating.numbered ?? false,
    carried: {
      ...(slotMinutes !== undefined && { slotMinutes }),
      ...(intake !== undefined && { intake }),
      ...(onlyRole !== undefined && { onlyRole }),
    },
  }
}

/** The same seating without what is so anyway. */
export function plainSeating(seating: Seating): Seating {
  const { homeCentreDays, mode, numbered, ...rest } = seating
  return {
    ...rest,
    ...(homeCentreDays && { homeCentreDays }),
    ...(mode === 'ballot' && { mode }),
    ...(numbered && { numbered }),
  }
}

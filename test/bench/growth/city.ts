/** A morning in the middle of a term, at UTC+8. */
export const NOW = Date.parse('2026-11-22T09:00:00+08:00')

/**
 * A city: each centre has ten courses a term with twelve weekly lessons each, and `termsBefore` terms
 * of its past; every booking belongs to somebody with twenty.
 */
export interface City {
  name: string
  centres: number
  termsBefore: number
}

export const COURSES = 10
export const LESSONS = 12
export const BOOKINGS_EACH = 20
/** Of each centre's people so many come now; all others came in earlier terms alone. */
export const COMING_NOW = 50

/** From a centre in its first term to a hundred with ten terms: each has ten times what the one before has. */
export const CITIES: readonly City[] = [
  { name: '1x', centres: 1, termsBefore: 0 },
  { name: '10x', centres: 1, termsBefore: 9 },
  { name: '100x', centres: 10, termsBefore: 9 },
  { name: '1000x', centres: 100, termsBefore: 9 },
]

export const centreKey = (centre: number) => `g${centre}`
export const personKey = (centre: number, rank: number) => `resident-${centre}-${rank}`
/** The courses of this term; those from the sixth on have a pool for each lesson. */
export const courseKey = (centre: number, course: number) => `${centreKey(centre)}.t0-${course}`

export const activitiesOf = ({ centres, termsBefore }: City) =>
  centres * COURSES * (termsBefore + 1)
export const peopleOf = (city: City) => (activitiesOf(city) / COURSES) * COMING_NOW
export const bookingsOf = (city: City) => peopleOf(city) * BOOKINGS_EACH

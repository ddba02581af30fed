import type { FoundStation, StationFinder, StationQuery } from '@/domain/stations/finder'
import { queryOf, type StationFilter } from './filter'
import { isDoubted } from './station-words'

/** The first few are cards, the rest rows that come by the page. */
const CARDS = 3
export const PAGE = 20
/** However near the open ones are, a doubted one within this way is worth a word; metres. */
const DOUBT_WITHIN = 1500
const DOUBTED = 2

export interface Near {
  cards: FoundStation[]
  rows: FoundStation[]
  /** There are more than these. */
  more: boolean
  /** Near by but perhaps locked: left out above, said below. */
  doubted: FoundStation[]
}

/** The stations that fit, nearest first, `pages` pages of them. */
export function nearOf(
  finder: StationFinder,
  question: Omit<StationQuery, 'open' | 'facilities' | 'limit'>,
  filter: StationFilter,
  pages: number,
): Near {
  const most = CARDS + pages * PAGE
  const found = finder.find({ ...question, ...queryOf(filter), limit: most + 1 })
  return {
    cards: found.slice(0, CARDS),
    rows: found.slice(CARDS, most),
    more: found.length > most,
    doubted: filter.open === 'now' ? doubtedOf(finder, question, filter, found) : [],
  }
}

function doubtedOf(
  finder: StationFinder,
  question: Omit<StationQuery, 'open' | 'facilities' | 'limit'>,
  { facilities }: StationFilter,
  found: readonly FoundStation[],
): FoundStation[] {
  const within = Math.max(DOUBT_WITHIN, found[CARDS - 1]?.distance ?? 0)
  return finder
    .find({ ...question, facilities, limit: CARDS + PAGE })
    .filter(({ station, opening, distance }) => {
      const opens = opening === null || opening.open
      return opens && distance <= within && isDoubted(station, question.now)
    })
    .slice(0, DOUBTED)
}

import { DAY, HOUR } from '@/domain/time/instant'
import { FACILITIES, type Facility } from './facility'
import type { ReportKind } from './station'

/** How many different people make a word count for others. One person alone changes nothing. */
export const SEVERAL = 2
/** How long a word about the place counts, in milliseconds: it was locked, it was open. */
export const PLACE_WORD_MS = 12 * HOUR
/** How long a word about a facility counts, in milliseconds. */
export const FACILITY_WORD_MS = 7 * DAY
/** Over how long before the last confirmation people who confirmed are counted, in milliseconds. */
export const CONFIRMATIONS_MS = 7 * DAY

/** What somebody said of a station, and when (milliseconds since the epoch). */
export interface Word {
  personId: string
  kind: ReportKind
  /** What is broken, or what is fine; null for the place as a whole. */
  facility: Facility | null
  at: number
}

/** What the words of many make of a station; instants in milliseconds since the epoch. */
export interface Trust {
  /** 可能关闭 until then, and how many different people said it was closed; null and 0 without doubt. */
  doubtUntil: number | null
  doubtedBy: number
  /** Facilities that several people say are broken, in the order of FACILITIES. */
  facilities: Facility[]
  /** When somebody last found it open, and how many different people did in the week before. */
  confirmedAt: number | null
  confirmedBy: number
}

/** Of two words at one instant the milder counts, so that the order of the list does not. */
const MILDNESS: readonly ReportKind[] = ['moved', 'broken', 'closed', 'fine']

/** The latest word of each person. */
export function latestOfEach(words: readonly Word[]): Word[] {
  const latest = new Map<string, Word>()
  for (const word of words) {
    const known = latest.get(word.personId)
    const milder = known && MILDNESS.indexOf(word.kind) > MILDNESS.indexOf(known.kind)
    if (!known || word.at > known.at || (word.at === known.at && milder)) {
      latest.set(word.personId, word)
    }
  }
  return [...latest.values()]
}

const people = (words: readonly Word[]) => new Set(words.map(({ personId }) => personId)).size

/**
 * Each person's latest word counts. Closed stands while several say so and more than have said since
 * that it is fine: who found it open in the evening says nothing of the night.
 */
function doubtOf(words: readonly Word[], now: number) {
  const recent = words.filter(({ kind, at }) => kind !== 'broken' && at > now - PLACE_WORD_MS)
  const latest = latestOfEach(recent)
  const closed = latest.filter(({ kind }) => kind === 'closed').sort((a, b) => b.at - a.at)
  const last = closed[SEVERAL - 1]
  if (!last) return { doubtUntil: null, doubtedBy: 0 }
  const fineSince = latest.filter(({ kind, at }) => kind === 'fine' && at >= last.at).length
  if (closed.length <= fineSince) return { doubtUntil: null, doubtedBy: 0 }
  return { doubtUntil: last.at + PLACE_WORD_MS, doubtedBy: closed.length }
}

/**
 * Whether a facility is doubted. A `fine` for the whole place takes back what the same person said
 * before, but says nothing against others: who finds it open need not have tried the charger.
 */
function isDoubted(facility: Facility, words: readonly Word[], now: number): boolean {
  const recent = words.filter(({ at }) => at > now - FACILITY_WORD_MS)
  const fine = recent.filter(({ kind }) => kind === 'fine')
  const takenBack = ({ personId, at }: Word) =>
    fine.some((word) => word.facility === null && word.personId === personId && word.at >= at)
  const about = recent.filter((word) => word.facility === facility)
  const latest = latestOfEach(about.filter(({ kind }) => kind === 'broken' || kind === 'fine'))
  const broken = latest.filter((word) => word.kind === 'broken' && !takenBack(word)).length
  return broken >= SEVERAL && broken > latest.filter(({ kind }) => kind === 'fine').length
}

/**
 * What the words about one station amount to at `now`. The caller leaves out words that staff have
 * answered since. Words older than a week change nothing but `confirmedAt`.
 */
export function trustOf(words: readonly Word[], now: number): Trust {
  const fine = words.filter(({ kind }) => kind === 'fine')
  const confirmedAt = fine.reduce<number | null>(
    (latest, { at }) => (latest === null || at > latest ? at : latest),
    null,
  )
  const week = fine.filter(({ at }) => confirmedAt !== null && at > confirmedAt - CONFIRMATIONS_MS)
  return {
    ...doubtOf(words, now),
    facilities: FACILITIES.filter((facility) => isDoubted(facility, words, now)),
    confirmedAt,
    confirmedBy: people(week),
  }
}

import type { Facility } from './facility'
import type { ReportKind } from './station'
import { FACILITY_WORD_MS, SEVERAL, type Trust, type Word, latestOfEach } from './trust'

/** Something about a station that several people say and that staff should look after. */
export interface Matter {
  kind: Exclude<ReportKind, 'fine'>
  /** What is broken; null for the place as a whole. */
  facility: Facility | null
}

/** How many different people say, with their latest word of a week about the place, that it moved. */
function movedBy(words: readonly Word[], now: number): number {
  const recent = words.filter(
    ({ kind, facility, at }) =>
      kind !== 'broken' && facility === null && at > now - FACILITY_WORD_MS,
  )
  return latestOfEach(recent).filter(({ kind }) => kind === 'moved').length
}

/** The matters of a station at `now`, given what `trustOf` made of the same words. */
export function mattersOf(words: readonly Word[], trust: Trust, now: number): Matter[] {
  const matters = trust.facilities.map((facility): Matter => ({ kind: 'broken', facility }))
  if (trust.doubtUntil !== null && trust.doubtUntil > now) {
    matters.push({ kind: 'closed', facility: null })
  }
  if (movedBy(words, now) >= SEVERAL) matters.push({ kind: 'moved', facility: null })
  return matters
}

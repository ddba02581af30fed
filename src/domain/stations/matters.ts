import type { Facility } from './facility'
import type { ReportKind } from './station'
import { FACILITY_WORD_MS, SEVERAL, type Trust, type Word } from './trust'

/** Something about a station that several people say and that staff should look after. */
export interface Matter {
  kind: Exclude<ReportKind, 'fine'>
  /** What is broken; null for the place as a whole. */
  facility: Facility | null
}

/** How many different people say, with their latest word of a week about the place, that it moved. */
function movedBy(words: readonly Word[], now: number): number {
  const latest = new Map<string, Word>()
  for (const word of words) {
    if (word.kind === 'broken' || word.facility !== null || word.at <= now - FACILITY_WORD_MS) {
      continue
    }
    const known = latest.get(word.personId)
    if (!known || word.at > known.at) latest.set(word.personId, word)
  }
  return [...latest.values()].filter(({ kind }) => kind === 'moved').length
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

import type { ReactNode } from 'react'
import { type Roster } from './roster'
import { RosterView } from './roster-view'
import { useRoster } from './use-roster'
import { useScanner } from './use-scanner'

interface DoorRosterProps {
  occurrenceId: string
  now: number
  onSheet: () => void
  /** What stands under the names for whoever comes by; `refresh` reads them anew. */
  walkIn: (lesson: Roster, refresh: () => void) => ReactNode
}

/** The roster of a lesson beside the list, at a desk: what a scanner there reads is typed. */
export function DoorRoster({ occurrenceId, now, onSheet, walkIn }: DoorRosterProps) {
  const roster = useRoster(occurrenceId)
  const scanner = useScanner(roster.scan)
  const { value, refresh } = roster.answer
  return (
    <RosterView
      roster={roster}
      scanner={scanner}
      now={now}
      onSheet={onSheet}
      walkIn={value ? walkIn(value, () => void refresh()) : null}
    />
  )
}

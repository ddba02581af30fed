import { RosterView } from './roster-view'
import { useRoster } from './use-roster'
import { useScanner } from './use-scanner'

/** The roster of a lesson beside the list, at a desk: what a scanner there reads is typed. */
export function DoorRoster({ occurrenceId, now }: { occurrenceId: string; now: number }) {
  const roster = useRoster(occurrenceId)
  const scanner = useScanner(roster.scan)
  return <RosterView roster={roster} scanner={scanner} now={now} />
}

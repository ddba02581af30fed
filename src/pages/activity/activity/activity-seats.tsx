import type { Activity } from '@/features/activities/activity-words'
import { AskAlerts } from '@/features/alerts/ask-alerts'
import { PoolSeats } from '@/features/activities/pool-seats'
import { BallotCard } from '@/features/ballot/ballot-card'
import { DrawnNote } from '@/features/ballot/drawn-note'
import { goBallot } from '@/features/navigation/ballot-routes'
import { go } from '@/features/navigation/routes'
import { WaitingHere } from '@/features/waitlist/here'
import type { SeatDesk } from './use-seat-desk'

interface ActivitySeatsProps {
  activity: Activity
  desk: SeatDesk
  now: number
  onChanged: () => void
}

/** The seats of the pool, how they were or will be drawn, and where I wait for them. */
export function ActivitySeats({ activity, desk, now, onChanged }: ActivitySeatsProps) {
  const { pool } = desk
  // Which half hours of a professional are taken is nobody's business; the form shows those that are free.
  if (pool === null || pool.intake) return null
  if (pool.mode === 'ballot') return <BallotCard pool={pool} now={now} onVerify={goBallot.verify} />
  const { ballotId } = pool
  return (
    <>
      <PoolSeats pool={pool} now={now} whoMayBook={activity.whoMayBook} />
      {ballotId ? <DrawnNote onVerify={() => goBallot.verify(ballotId)} /> : null}
      <ActivityWaits {...{ desk, now, onChanged }} />
    </>
  )
}

/** Where I wait for seats of it, and what is held for me. */
export function ActivityWaits({ desk, now, onChanged }: Omit<ActivitySeatsProps, 'activity'>) {
  const { entries } = desk
  return (
    <>
      <WaitingHere
        entries={entries}
        now={now}
        onAccepted={go.confirmed}
        onTicket={go.ticket}
        onChanged={onChanged}
      />
      {entries.some(({ state }) => state === 'waiting') ? (
        <AskAlerts moment={{ kind: 'waiting' }} />
      ) : null}
    </>
  )
}

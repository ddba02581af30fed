import { type ReactNode, useState } from 'react'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from './answer-states'
import { go } from './navigation/routes'
import { PersonaSheet } from './persona/persona-sheet'
import { attending } from './seats/attending'
import type { Booking } from './seats/booking'
import { CancelConfirm } from './seats/cancel-confirm'
import { type Visit, visitsOf } from './seats/my-bookings'
import type { Mine } from './seats/use-mine'
import { mineWords } from './seats/wording'

/** What can be done with a seat to come. */
export interface VisitActs {
  onOpen: () => void
  onTicket: () => void
  onCancel: () => void
}

interface MyVisitsProps {
  mine: Mine
  now: number
  /** How one of them is drawn. */
  card: (visit: Visit, acts: VisitActs, index: number) => ReactNode
  /** Where to find something to book, when there is nothing. */
  find: { note: string; label: string; onTap: () => void }
}

/** My seats to come, next first, and the question before one is given back. */
export function MyVisits({ mine, now, card, find }: MyVisitsProps) {
  const [asked, setAsked] = useState<Booking | null>(null)
  const [switching, setSwitching] = useState(false)
  const visits = visitsOf(mine.bookings ?? [], now)
  const actsOf = ({ booking }: Visit): VisitActs => ({
    onOpen: () => go.activity(booking.activityId, booking.poolId),
    onTicket: () => go.ticket(booking.bookingId),
    onCancel: () =>
      attending(booking)[1] ? go.ticket(booking.bookingId, 'yes') : setAsked(booking),
  })
  return (
    <>
      <Copied answer={mine} now={now} />
      {mine.bookings === null ? (
        mine.failure ? (
          <Unread answer={mine} words={mineWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : visits.length > 0 ? (
        visits.map((visit, index) => card(visit, actsOf(visit), index))
      ) : (
        <Card>
          <Empty
            scene={mine.visitor ? 'gate' : 'ticket'}
            title={mine.visitor ? '还没选身份' : '还没有要去的'}
            note={mine.visitor ? '选一个身份，就能报名' : find.note}
            action={mine.visitor ? { label: '选身份', onTap: () => setSwitching(true) } : find}
          />
        </Card>
      )}
      <CancelConfirm
        booking={asked}
        now={now}
        onClose={() => setAsked(null)}
        onCancelled={() => void mine.refresh()}
      />
      <PersonaSheet open={switching} onClose={() => setSwitching(false)} />
    </>
  )
}

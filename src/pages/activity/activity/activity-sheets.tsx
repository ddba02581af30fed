import type { Centre } from '@/features/centres/current-centre'
import { placeOf } from '@/features/centres/use-centre'
import { go } from '@/features/navigation/routes'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { BookingObstacle } from '@/features/seats/booking-foot'
import { JoinSheet } from '@/features/waitlist/join-sheet'
import { WaySheet } from '@/features/way-sheet'
import type { SeatDesk } from './use-seat-desk'

interface ActivitySheetsProps {
  desk: SeatDesk
  centre: Centre | null
  now: number
  /** The maps of the web are offered. */
  asking: boolean
  onAsked: () => void
}

/** What comes up over an activity's page in either scale: who is there, waiting, what is in the way, the maps. */
export function ActivitySheets({ desk, centre, now, asking, onAsked }: ActivitySheetsProps) {
  const { pool, whom } = desk
  return (
    <>
      {centre ? <WaySheet open={asking} place={placeOf(centre)} onClose={onAsked} /> : null}
      <PersonaSheet open={desk.signing} onClose={desk.stopSigning} onChosen={desk.goOn} />
      {pool ? (
        <JoinSheet
          pool={pool}
          names={desk.names}
          seats={whom.chosen.length}
          open={desk.joiningOpen}
          joining={desk.joining}
          now={now}
          onClose={() => desk.openJoining(false)}
          onMine={go.waitlist}
          onTicket={go.ticket}
        />
      ) : null}
      <BookingObstacle desk={desk.booking} onTicket={go.ticket} onStrikes={go.attendance} />
    </>
  )
}

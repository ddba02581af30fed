import { Button } from '@/ui/button/button'
import { Confirm } from '@/ui/confirm/confirm'
import { Foot } from '@/ui/foot/foot'
import { Countdown } from './countdown'
import type { Offer } from './offer'
import { TO_THAT_BOOKING } from '../limit-words'
import { SentenceSheet } from '../sentence-sheet'
import { QueueBar } from './queue-bar'
import type { useBooking } from './use-booking'
import { WaitingFoot } from './waiting-foot'
import { ASKED, waitingInWords } from './waiting-wording'

type Desk = ReturnType<typeof useBooking>

interface BookingFootProps {
  offer: Offer
  desk: Desk
  /** The seat held already, if there is one. */
  bookingId: string | null
  onTicket: (bookingId: string) => void
  /** Asks for whom, where nobody is chosen yet. */
  onChoose: () => void
  /** Takes seats for those chosen, or asks once more before it. */
  onBook: () => void
  /** Puts those chosen on the waiting list, and shows where one stands on it. */
  onWait: () => void
  onWaiting: () => void
  /** A page opened alone from Moments cannot book. */
  lookOnly: boolean
}

const TAPPED: readonly Offer['kind'][] = ['book', 'beforehand', 'choose', 'wait', 'waiting']

/** How it stands and the one button, for the foot of a detail page. */
export function BookingFoot(props: BookingFootProps) {
  const { offer, desk, bookingId, onTicket, lookOnly } = props
  const { button } = offer
  const held = offer.kind === 'booked' && bookingId !== null
  const act = () => {
    if (held) onTicket(bookingId)
    else if (offer.kind === 'choose') props.onChoose()
    else if (offer.kind === 'book' || offer.kind === 'beforehand') props.onBook()
    else if (offer.kind === 'wait') props.onWait()
    else if (offer.kind === 'waiting') props.onWaiting()
  }
  const works = held || TAPPED.includes(offer.kind)
  if (desk.asked || desk.progress) return <UnderWay {...desk} />
  const counted = offer.kind === 'beforehand' && desk.opensAt !== null
  const reason = counted ? <Countdown until={desk.opensAt!} /> : offer.reason
  return (
    <Foot title={offer.title} note={lookOnly ? '点下方“前往小程序”报名' : reason}>
      {button && !lookOnly ? (
        <Button
          block
          busy={desk.busy}
          disabled={!works}
          icon={held ? 'qr' : undefined}
          label={works ? undefined : `${button}，${offer.reason}`}
          onTap={act}
        >
          {desk.busy ? '正在报名' : button}
        </Button>
      ) : null}
    </Foot>
  )
}

/** What was asked for beforehand, or has no answer yet; in the place of the button, how it stands. */
function UnderWay({ asked, progress, takeBack }: Pick<Desk, 'asked' | 'progress' | 'takeBack'>) {
  if (asked?.beforehand) {
    return (
      <WaitingFoot {...ASKED} count={<Countdown until={asked.opensAt} />}>
        <Button kind="ghost" block onTap={takeBack}>
          {ASKED.button}
        </Button>
      </WaitingFoot>
    )
  }
  const words = waitingInWords(progress)
  const bar = <QueueBar progress={progress} />
  const isFirst = progress === null || (progress.step === 'sent' && progress.tries === 1)
  return isFirst ? <Foot {...words}>{bar}</Foot> : <WaitingFoot {...words}>{bar}</WaitingFoot>
}

interface BookingObstacleProps extends Pick<BookingFootProps, 'desk' | 'onTicket'> {
  /** To what counts of not coming, and the way to say something about it. */
  onStrikes: () => void
}

/** What stands in the way of a booking, and what can be done about it. */
export function BookingObstacle({ desk, onTicket, onStrikes }: BookingObstacleProps) {
  const { obstacle, busy, dismiss, book } = desk
  if (obstacle?.kind === 'clash') {
    return (
      <Confirm
        open
        title={obstacle.sentence.title}
        body={obstacle.sentence.next}
        yes="还是要报"
        no="先不报"
        busy={busy}
        onYes={() => book(true)}
        onNo={dismiss}
      />
    )
  }
  const action =
    obstacle?.kind === 'limit'
      ? { label: TO_THAT_BOOKING, onTap: () => onTicket(obstacle.bookingId) }
      : obstacle?.kind === 'mine'
        ? { label: '看签到码', onTap: () => onTicket(obstacle.bookingId) }
        : obstacle?.kind === 'unknown'
          ? { label: '再试一次', onTap: () => book() }
          : obstacle?.kind === 'refused' && obstacle.byStrikes
            ? { label: '看没来的记录', onTap: onStrikes }
            : null
  return <SentenceSheet sentence={obstacle?.sentence ?? null} action={action} onClose={dismiss} />
}

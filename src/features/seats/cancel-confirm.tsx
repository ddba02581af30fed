import { useState } from 'react'
import { serverNow } from '@/gateway/clock'
import { Confirm } from '@/ui/confirm/confirm'
import { notice } from '@/ui/notice/notice'
import { CHANGING, type Sentence, sentenceFor } from '../refusal-words'
import type { Booking } from './booking'
import { nextOccurrence, visitWhen } from './my-bookings'
import { desk } from './phone-desk'
import { SentenceSheet } from '../sentence-sheet'
import { forgetBooking } from './use-mine'
import { useSeatBusy } from './use-seats'
import { canCancelLate, cancelUntilInWords, cancelWords, LATE_MEANS } from './wording'

interface CancelConfirmProps {
  /** The booking that is asked about; null asks nothing. */
  booking: Booking | null
  now: number
  onClose: () => void
  onCancelled: () => void
}

/** Asks before a seat is given back, and says until when that can be done, or what it leads to. */
export function CancelConfirm({ booking, now, onClose, onCancelled }: CancelConfirmProps) {
  const [sentence, setSentence] = useState<Sentence | null>(null)
  const busy = useSeatBusy(booking?.bookingId ?? null)
  const late = booking !== null && canCancelLate(booking, now)
  const cancel = async (): Promise<void> => {
    if (!booking) return
    const outcome = await desk.cancel(booking.bookingId, undefined, late)
    onClose()
    if (!outcome.ok) {
      return setSentence(sentenceFor(cancelWords, CHANGING, outcome.failure, serverNow()))
    }
    forgetBooking(booking.bookingId)
    notice('退好了，座位让给别人')
    onCancelled()
  }
  return (
    <>
      <Confirm
        open={booking !== null}
        title={late ? '过了能退的时间，还是退掉？' : '退掉这一席？'}
        body={booking ? questionOf(booking, now) : ''}
        yes={late ? '还是退掉' : '退掉'}
        no="留着"
        danger
        busy={busy}
        onYes={() => void cancel()}
        onNo={onClose}
      />
      <SentenceSheet sentence={sentence} onClose={() => setSentence(null)} />
    </>
  )
}

function questionOf(booking: Booking, now: number): string {
  const occurrence = nextOccurrence(booking, now)
  const when = occurrence ? `，${visitWhen({ booking, occurrence }, now)}` : ''
  const whole = booking.lessons > 1 ? `退的是整期 ${booking.lessons} 课。` : ''
  if (canCancelLate(booking, now)) return `“${booking.title}”${when}。${whole}${LATE_MEANS}`
  return `“${booking.title}”${when}。${whole}${cancelUntilInWords(booking.cancelUntil, now)}，退了座位就让给别人，还有空位时能再报。`
}

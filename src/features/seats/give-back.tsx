import { useState } from 'react'
import { View } from '@tarojs/components'
import { serverNow } from '@/gateway/clock'
import { Button } from '@/ui/button/button'
import { Check, Checks } from '@/ui/checks/checks'
import { notice } from '@/ui/notice/notice'
import { Sheet } from '@/ui/sheet/sheet'
import { CHANGING, type Sentence, sentenceFor } from '../refusal-words'
import { attendeeName, attending } from './attending'
import type { Booking } from './booking'
import { withoutSeats } from './given-back'
import { desk } from './phone-desk'
import { SentenceSheet } from '../sentence-sheet'
import { forgetBooking, rememberBooking } from './use-mine'
import { useSeatBusy } from './use-seats'
import { canCancelLate, cancelUntilInWords, cancelWords, LATE_MEANS } from './wording'
import '../sentence-sheet.css'

interface GiveBackProps {
  booking: Booking
  open: boolean
  now: number
  onClose: () => void
  /** No seat of the booking is held any more. */
  onGone: () => void
}

/** Which of the seats of a family's booking to give back: some or all. */
export function GiveBack({ booking, open, now, onClose, onGone }: GiveBackProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [sentence, setSentence] = useState<Sentence | null>(null)
  const busy = useSeatBusy(booking.bookingId)
  const all = attending(booking)
  const late = canCancelLate(booking, now)
  const ids = chosen.filter((id) => all.some(({ attendeeId }) => attendeeId === id))
  const toggle = (id: string): void =>
    setChosen(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id])

  const giveBack = async (): Promise<void> => {
    const { bookingId } = booking
    const whole = ids.length === all.length
    const outcome = await desk.cancel(bookingId, whole ? undefined : ids, late)
    onClose()
    if (!outcome.ok) {
      return setSentence(sentenceFor(cancelWords, CHANGING, outcome.failure, serverNow()))
    }
    setChosen([])
    notice(whole ? '退好了，座位让给别人' : `退好了 ${ids.length} 席，其余的还在`)
    if (!whole) return rememberBooking(withoutSeats(booking, ids))
    forgetBooking(bookingId)
    onGone()
  }

  return (
    <>
      <Sheet open={open} title="退谁的？" onClose={onClose}>
        <Checks label="退谁的">
          {all.map((attendee) => (
            <Check
              key={attendee.attendeeId}
              label={attendeeName(attendee)}
              note={attendee.number === null ? null : `${attendee.number} 号`}
              checked={ids.includes(attendee.attendeeId)}
              onChange={() => toggle(attendee.attendeeId)}
            />
          ))}
        </Checks>
        <View className="note number give-back-note">
          {late
            ? LATE_MEANS
            : `${cancelUntilInWords(booking.cancelUntil, now)}，退了座位就让给别人，还有空位时能再报。`}
        </View>
        <View className="sentence-answers">
          <Button
            kind="danger"
            block
            busy={busy}
            disabled={ids.length === 0}
            onTap={() => void giveBack()}
          >
            {ids.length === 0 ? '先选退谁的' : `退掉 ${ids.length} 席`}
          </Button>
          <Button kind="ghost" block disabled={busy} onTap={onClose}>
            都留着
          </Button>
        </View>
      </Sheet>
      <SentenceSheet sentence={sentence} onClose={() => setSentence(null)} />
    </>
  )
}

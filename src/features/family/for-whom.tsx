import { AttendeeChoice } from './attendee-choice'
import { AttendeeSheet } from './attendee-sheet'
import { BOOKING, type Deed } from './attendees'
import type { useAttendees } from './use-attendees'

interface ForWhomProps {
  whom: ReturnType<typeof useAttendees>
  /** The choice stands on a sheet of its own. */
  open: boolean
  onOpen: () => void
  onClose: () => void
  /** Those chosen on the sheet are meant. */
  onDone?: () => void
  onAdd: () => void
  /** What is done for them, where it is not booking. */
  deed?: Deed
}

/** For whom a seat is; nothing for a resident without family, who books for oneself. */
export function ForWhom({ whom, open, onOpen, onClose, onAdd, ...more }: ForWhomProps) {
  const { deed = BOOKING, onDone } = more
  const { asks, candidates, chosen, toggle, adding } = whom
  if (!asks) return null
  const people = { candidates, chosen, onToggle: toggle, deed }
  return (
    <>
      <AttendeeChoice
        {...people}
        onOpen={onOpen}
        onAdd={() => {
          adding()
          onAdd()
        }}
      />
      <AttendeeSheet {...people} open={open} onClose={onClose} onDone={onDone} />
    </>
  )
}

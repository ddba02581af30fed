import { AttendeeChoice } from './attendee-choice'
import { AttendeeSheet } from './attendee-sheet'
import type { useAttendees } from './use-attendees'

interface ForWhomProps {
  whom: ReturnType<typeof useAttendees>
  /** The choice stands on a sheet of its own. */
  open: boolean
  onOpen: () => void
  onClose: () => void
  onAdd: () => void
}

/** For whom a seat is; nothing for a resident without family, who books for oneself. */
export function ForWhom({ whom, open, onOpen, onClose, onAdd }: ForWhomProps) {
  const { asks, candidates, chosen, toggle, adding } = whom
  if (!asks) return null
  const people = { candidates, chosen, onToggle: toggle }
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
      <AttendeeSheet {...people} open={open} onClose={onClose} />
    </>
  )
}

import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Check, Checks } from '@/ui/checks/checks'
import { Sheet } from '@/ui/sheet/sheet'
import { type Candidate, type Deed, togetherInWords } from './attendees'
import './attendee-choice.css'

interface AttendeeSheetProps {
  open: boolean
  candidates: readonly Candidate[]
  chosen: readonly Candidate[]
  onToggle: (attendeeId: string) => void
  onClose: () => void
  /** Those chosen are meant; where nothing is said, closing the sheet says the same. */
  onDone?: (() => void) | undefined
  deed: Deed
}

/** The choice of people alone on a sheet: the one decision of 大字, and where nobody is chosen. */
export function AttendeeSheet(props: AttendeeSheetProps) {
  const { open, candidates, chosen, onToggle, onClose, deed } = props
  const together = togetherInWords(chosen, deed)
  return (
    <Sheet open={open} title={deed.title} onClose={onClose}>
      <Checks label={deed.title}>
        {candidates.map((one) => (
          <Check
            key={one.attendeeId}
            label={one.name ?? '我自己'}
            note={[one.age, one.why].filter(Boolean).join('，')}
            checked={chosen.includes(one)}
            disabled={one.why !== null}
            onChange={() => onToggle(one.attendeeId)}
          />
        ))}
      </Checks>
      {together ? <View className="note attendees-note">{together}</View> : null}
      <View className="attendees-acts">
        <Button block disabled={chosen.length === 0} onTap={props.onDone ?? onClose}>
          选好了
        </Button>
      </View>
    </Sheet>
  )
}

import { View } from '@tarojs/components'
import type { Mark } from '@/domain/attendance/mark'
import { Button } from '@/ui/button/button'
import { Pieces } from '@/ui/pieces/pieces'
import { Sheet } from '@/ui/sheet/sheet'
import { marksBesides, MARK_TAGS } from './mark-words'
import { type Listed, nameOf, noteOf } from './roster'
import './mark-sheet.css'

interface MarkSheetProps {
  /** Who is asked about; null asks nothing. */
  attendee: Listed | null
  onMark: (mark: Mark | null) => void
  onClose: () => void
}

/** What else can be said of somebody: late, did not come, had said so, or nothing after all. */
export function MarkSheet({ attendee, onMark, onClose }: MarkSheetProps) {
  const now = attendee?.mark ? `现在记的是“${MARK_TAGS[attendee.mark].text}”` : '还没记'
  return (
    <Sheet open={attendee !== null} title={attendee ? nameOf(attendee) : ''} onClose={onClose}>
      {attendee ? (
        <>
          <View className="note number">
            <Pieces>{[noteOf(attendee), now].filter(Boolean).join(' · ')}</Pieces>
          </View>
          <View className="mark-acts">
            {marksBesides(attendee.mark)
              .filter(({ mark }) => mark !== null || attendee.mark !== null)
              .map(({ mark, label }) => (
                <Button
                  key={label}
                  kind={mark === 'present' ? 'primary' : mark === null ? 'quiet' : 'ghost'}
                  block
                  onTap={() => {
                    onClose()
                    onMark(mark)
                  }}
                >
                  {label}
                </Button>
              ))}
          </View>
        </>
      ) : null}
    </Sheet>
  )
}

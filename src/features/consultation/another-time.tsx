import { useMemo, useState } from 'react'
import { Button } from '@/ui/button/button'
import { Screen } from '@/ui/screen/screen'
import type { Consultation } from './course-words'
import type { Draft } from './draft'
import { TimePart } from './part-time'
import { ProblemSheet } from './problem-sheet'
import { useReschedule } from './use-reschedule'
import { useSlots } from './use-slots'

interface AnotherTimeProps {
  consultation: Consultation
  now: number
  onTaken: () => void
}

/** The free times for a consultation that is under way; the one it has stays until another is taken. */
export function AnotherTime({ consultation, now, onTaken }: AnotherTimeProps) {
  const { consultationId, centreId, service, meeting, content } = consultation
  const [time, setTime] = useState<Draft['time']>(null)
  const wish = useMemo(
    () =>
      service === 'feedback'
        ? null
        : {
            centreId,
            service,
            name: content?.contact.name ?? '',
            otherParties: content?.matter.otherParties ?? [],
          },
    [centreId, service, content],
  )
  const slots = useSlots(wish)
  const moving = useReschedule(consultationId, onTaken)
  const chosen = time !== null && time !== 'wait' ? time : null
  const take = (evenIfClashes = false): void => {
    if (chosen) void moving.take(chosen.poolId, evenIfClashes)
  }
  const look = (): void => void slots.refresh()
  return (
    <Screen
      back
      title="预约"
      footer={
        <Button
          kind="private"
          block
          busy={moving.busy}
          disabled={chosen === null}
          onTap={() => take()}
        >
          {chosen === null ? '先选一个时间' : '就这个时间'}
        </Button>
      }
    >
      <TimePart
        first
        title={meeting ? '换到什么时间？' : '什么时间方便？'}
        wait={null}
        channel={content?.contact.channel ?? 'in-person'}
        time={time}
        onTime={setTime}
        slots={slots}
        now={now}
      />
      <ProblemSheet
        sentence={moving.sentence}
        actions={
          moving.code === 'CLASHES'
            ? [{ label: '两个都要', onTap: () => take(true) }]
            : moving.code === 'SLOT_TAKEN'
              ? [{ label: '看别的时间', onTap: look }]
              : []
        }
        onClose={moving.dismiss}
      />
    </Screen>
  )
}

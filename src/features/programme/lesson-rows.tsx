import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Row, Rows } from '@/ui/row/row'
import type { Plan } from './plan'
import type { PlannedDay } from './plan-dates'
import { rowsOfDays, rowsOfPreview } from './preview-words'
import type { PlanPreview } from './saving-words'

interface LessonRowsProps {
  plan: Plan
  days: readonly PlannedDay[]
  preview: PlanPreview | null
  today: string
}

/** As many as are seen at once; the rest come on demand. */
const SHOWN = 6

/** Every lesson of a plan, a line each: what is dropped, moved, or where the room is not free. */
export function LessonRows({ plan, days, preview, today }: LessonRowsProps) {
  const [all, setAll] = useState(false)
  const rows = preview ? rowsOfPreview(preview, today) : rowsOfDays(plan, days, today)
  // What needs a look is seen at once, however far down it is.
  const shown = all ? rows : rows.filter(({ tag }, index) => index < SHOWN || tag !== null)
  const some = all ? shown : shown.slice(0, 2 * SHOWN)
  return (
    <>
      <Rows label="排出来的日子">
        {some.map(({ key, title, note, off, tag }) => (
          <Row
            key={key}
            title={<View className="number">{title}</View>}
            note={note}
            off={off}
            {...(tag && { tag })}
            label={[title, note, tag?.text].filter(Boolean).join('，')}
          />
        ))}
      </Rows>
      {some.length < rows.length ? (
        <Button kind="quiet" block onTap={() => setAll(true)}>
          {`看全部 ${rows.length} 次`}
        </Button>
      ) : null}
    </>
  )
}

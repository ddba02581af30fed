import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Row, Rows } from '@/ui/row/row'
import { type ComingLesson, lessonLine } from './change-draft'

/** As many as are seen at once; the rest come on demand. */
const SHOWN = 8

interface LessonChoiceProps {
  lessons: readonly ComingLesson[]
  chosen: string | null
  now: number
  onChoose: (occurrenceId: string) => void
}

/** Which lesson to change, of those to come. */
export function LessonChoice({ lessons, chosen, now, onChoose }: LessonChoiceProps) {
  const [all, setAll] = useState(false)
  if (lessons.length === 0) {
    return (
      <Card>
        <Empty scene="tea" title="没有要上的课了" note="都上完了，没有可以改的。" />
      </Card>
    )
  }
  const shown = all ? lessons : lessons.slice(0, SHOWN)
  return (
    <>
      <Rows label="要上的课">
        {shown.map((one) => {
          const line = lessonLine(one, now)
          const tag = tagOf(one)
          const place = one.occurrenceId === chosen ? `${one.place} · 正在改` : one.place
          return (
            <Row
              key={one.occurrenceId}
              title={<View className="number">{line}</View>}
              note={place}
              off={one.state === 'cancelled'}
              {...(tag && { tag })}
              label={[line, place, tag?.text].filter(Boolean).join('，')}
              onTap={() => onChoose(one.occurrenceId)}
            />
          )
        })}
      </Rows>
      {shown.length < lessons.length ? (
        <Button kind="quiet" block onTap={() => setAll(true)}>
          {`看全部 ${lessons.length} 课`}
        </Button>
      ) : null}
    </>
  )
}

function tagOf({ state }: ComingLesson) {
  if (state === 'cancelled') return { tone: 'full', text: '取消了' } as const
  return state === 'rescheduled' ? ({ tone: 'quiet', text: '改过期' } as const) : null
}

import { useState } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Confirm } from '@/ui/confirm/confirm'
import { Section } from '@/ui/section/section'
import { TextArea } from '@/ui/text-area/text-area'
import { TextField } from '@/ui/text-field/text-field'
import { Tiles } from '@/ui/tile/tile'
import { plainLine } from '../plain-text'
import { useTyped } from '../use-typed'
import { AsResidentsRead } from './as-residents-read'
import {
  beginningAt,
  type ComingLesson,
  daysFor,
  draftOf,
  isAnother,
  PLACE_LENGTH,
  REASON_LENGTH,
  wrongOf,
} from './change-draft'
import { useLessonDesk, usePreview } from './use-lesson-desk'
import { WhomItConcerns } from './whom-it-concerns'
import './change-form.css'

interface ChangeFormProps {
  title: string
  lesson: ComingLesson
  now: number
  /** Asks for the lessons anew: done, or somebody else was sooner. */
  onDone: () => void
}

/** 改期 or 取消 one lesson: another time or place, why, and what its residents will read. */
export function ChangeForm({ title, lesson, now, onDone }: ChangeFormProps) {
  const { occurrenceId } = lesson
  const [draft, setDraft, dropDraft] = useTyped(`change ${occurrenceId}`, draftOf(lesson))
  const [reason, setReason, dropReason] = useTyped(`change reason ${occurrenceId}`, '')
  const [asked, setAsked] = useState<'move' | 'cancel' | null>(null)
  const desk = useLessonDesk(lesson, () => {
    dropDraft()
    dropReason()
    onDone()
  })
  const wrong = wrongOf(draft)
  const preview = usePreview(lesson, wrong === null ? draft : null)
  const why = plainLine(reason, REASON_LENGTH.most)
  const another = wrong === null && isAnother(draft, lesson)
  const missing = why.length < REASON_LENGTH.least ? '先写为什么' : null
  const people = preview.value?.people ?? 0
  const send = async (): Promise<void> => {
    if (asked === 'move') await desk.move(draft, why)
    if (asked === 'cancel') await desk.cancel(why)
    setAsked(null)
  }
  return (
    <>
      <Section title="改到什么时候">
        <Tiles
          label="哪一天"
          options={daysFor(lesson, now)}
          value={draft.day}
          onChange={(day) => setDraft({ ...draft, day })}
        />
        <View className="change-times">
          <TextField
            label="几点开始"
            value={draft.from}
            maxLength={5}
            placeholder="09:30"
            onChange={(from) => setDraft(beginningAt(draft, from))}
          />
          <TextField
            label="几点结束"
            value={draft.to}
            maxLength={5}
            placeholder="11:00"
            onChange={(to) => setDraft({ ...draft, to })}
          />
        </View>
        <TextField
          label="在哪儿上"
          value={draft.place}
          maxLength={PLACE_LENGTH}
          onChange={(place) => setDraft({ ...draft, place })}
        />
      </Section>
      <Section title="跟大家怎么说" note="报了名的人都会读到">
        <TextArea
          label="为什么"
          value={reason}
          onChange={setReason}
          maxLength={REASON_LENGTH.most}
          placeholder="比如：老师临时有事。别写姓名和病情"
        />
      </Section>
      <Section title="改了以后">
        <Card>
          <WhomItConcerns answer={preview} wrong={wrong} place={draft.place} now={now} />
        </Card>
        <AsResidentsRead {...{ title, lesson, now }} draft={another ? draft : null} reason={why} />
      </Section>
      {desk.problem ? (
        <View className="change-problem" {...aria({ role: 'alert' })}>
          <View className="change-problem-title">{desk.problem.title}</View>
          <View>{desk.problem.next}</View>
        </View>
      ) : null}
      <View className="change-acts">
        <Button
          block
          busy={desk.busy}
          disabled={!another || missing !== null}
          onTap={() => setAsked('move')}
        >
          {wrong ?? (another ? (missing ?? '改期，告诉大家') : '先换一个时间或地点')}
        </Button>
        {lesson.state === 'cancelled' ? null : (
          <Button
            kind="quiet"
            block
            disabled={desk.busy || missing !== null}
            onTap={() => setAsked('cancel')}
          >
            {missing === null ? '取消这一课' : '取消这一课（先写为什么）'}
          </Button>
        )}
      </View>
      <Confirm
        open={asked !== null}
        title={asked === 'cancel' ? '取消这一课？' : '改期？'}
        body={people > 0 ? `${people} 人马上会读到。` : '还没有人报名，不用告诉谁。'}
        yes={asked === 'cancel' ? '取消这一课' : '改期'}
        no="再看看"
        danger={asked === 'cancel'}
        busy={desk.busy}
        onYes={() => void send()}
        onNo={() => setAsked(null)}
      />
    </>
  )
}

import { View } from '@tarojs/components'
import { dateInWords } from '@/domain/time/words'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Figures } from '@/ui/figures/figures'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { Clinics, Opening } from './besides'
import { countInWords, dayFigures, dayNote, nextRow, type WaitsAt, waitingRows } from './day-words'
import { type StaffDay, useStaffDay } from './use-staff-day'
import { todayWords } from './wording'
import './workbench.css'

/** Where the parts of today lead. */
export interface WorkbenchDoors {
  day: () => void
  roster: (occurrenceId: string) => void
  clinic: (poolId: string) => void
  cases: () => void
  activity: (activityId: string, poolId: string) => void
  waiting: (at: WaitsAt) => void
}

interface WorkbenchProps {
  centreId: string
  now: number
  doors: WorkbenchDoors
}

/** 工作台: today in a centre at a glance, for whoever works there; each part leads to where it is dealt with. */
export function Workbench({ centreId, now, doors }: WorkbenchProps) {
  const answer = useStaffDay(centreId)
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="list" />
    return <Unread answer={answer} words={todayWords} now={now} />
  }
  const { day, lessons, clinics, cases, opening, waiting } = answer.value
  return (
    <>
      <Copied answer={answer} now={now} />
      <View className="desk-columns">
        <View className="workbench-column">
          {lessons ? <Lessons day={day} lessons={lessons} now={now} doors={doors} /> : null}
          {clinics?.length ? <Clinics clinics={clinics} onOpen={doors.clinic} /> : null}
          {lessons === null && clinics?.length === 0 ? (
            <Nothing heading="坐诊" title="今天没有坐诊" note="排好的坐诊，当天在这里叫号。" />
          ) : null}
          {cases ? <Cases cases={cases} onOpen={doors.cases} /> : null}
        </View>
        {waiting || opening?.length ? (
          <View className="workbench-column">
            {waiting ? <Waiting waiting={waiting} onOpen={doors.waiting} /> : null}
            {opening?.length ? <Opening opening={opening} onOpen={doors.activity} /> : null}
          </View>
        ) : null}
      </View>
    </>
  )
}

interface LessonsProps extends Pick<WorkbenchProps, 'now' | 'doors'> {
  day: string
  lessons: NonNullable<StaffDay['lessons']>
}

function Lessons({ day, lessons, now, doors }: LessonsProps) {
  const { next } = lessons
  return (
    <Section
      title={dateInWords(day)}
      note={lessons.lessons > 0 ? dayNote(lessons) : undefined}
      more={{ label: '全部', onTap: doors.day }}
    >
      {lessons.lessons === 0 ? (
        <Card>
          <Empty scene="tea" title="今天没有课" note="有席位的课，当天在这里。" />
        </Card>
      ) : (
        <>
          <Figures label="今天一共" items={dayFigures(lessons)} />
          {next.length === 0 ? (
            <View className="note workbench-over">今天的课都上完了。</View>
          ) : (
            <View className="workbench-next">
              <Rows label="接下来">
                {next.map((lesson) => (
                  <Row
                    key={lesson.occurrenceId}
                    {...nextRow(lesson, now)}
                    seal={lesson.category}
                    onTap={() => doors.roster(lesson.occurrenceId)}
                  />
                ))}
              </Rows>
            </View>
          )}
        </>
      )}
    </Section>
  )
}

interface WaitingProps {
  waiting: NonNullable<StaffDay['waiting']>
  onOpen: (at: WaitsAt) => void
}

function Waiting({ waiting, onOpen }: WaitingProps) {
  const rows = waitingRows(waiting)
  if (rows.length === 0) {
    return <Nothing heading="等着办的" title="都办完了" note="有事要办，就列在这里。" />
  }
  return (
    <Section title="等着办的">
      <Rows label="等着办的">
        {rows.map(({ title, note, count, urgent, at }) => (
          <Row
            key={title}
            title={title}
            note={note}
            tag={{ tone: urgent ? 'full' : 'waiting', text: countInWords(count) }}
            label={`${title} ${countInWords(count)} 件，${note}`}
            onTap={() => onOpen(at)}
          />
        ))}
      </Rows>
    </Section>
  )
}

function Cases({ cases, onOpen }: { cases: NonNullable<StaffDay['cases']>; onOpen: () => void }) {
  const { open, overdue } = cases
  return (
    <Section title="分给我的">
      <Rows label="分给我的">
        <Row
          title={open === 0 ? '没有要办的' : `${open} 件在办`}
          note={overdue > 0 ? `${overdue} 件过了时限` : '都在时限里'}
          tag={overdue > 0 ? { tone: 'full', text: countInWords(overdue) } : undefined}
          onTap={onOpen}
        />
      </Rows>
    </Section>
  )
}

function Nothing({ heading, title, note }: { heading: string; title: string; note: string }) {
  return (
    <Section title={heading}>
      <Card>
        <Empty scene="tea" title={title} note={note} />
      </Card>
    </Section>
  )
}

import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { DayLessons } from '@/features/attendance/day-lessons'
import { DoorRoster } from '@/features/attendance/door-roster'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { marksAttendanceIn } from '@/features/me/holds-role'
import { goAttendance } from '@/features/navigation/attendance-routes'
import { keepChosen } from '@/features/navigation/desk-routes'
import { useToday } from '@/features/use-now'
import { WalkIn } from '@/features/walk-in'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'
import { useDesk, useWideDesk } from '@/ui/surface/desk'
import './day.css'

/** 点名, for staff and volunteers: the lessons of a day; at a desk the roster stands beside them. */
export default function AttendanceDay() {
  useDesk()
  const wide = useWideDesk()
  const { now, today } = useToday()
  const here = useCentresWhere(marksAttendanceIn)
  const { day: from, lesson } = useRouter().params
  const [turned, setTurned] = useState<string | null>(from ?? null)
  const [chosen, setChosen] = useState<string | null>(lesson ?? null)
  const choose = (occurrenceId: string | null): void => {
    setChosen(occurrenceId)
    keepChosen({ lesson: occurrenceId })
  }
  const day = turned ?? today
  const lessons = here.centre ? (
    <DayLessons
      key={here.centre.centreId}
      centreId={here.centre.centreId}
      day={day}
      today={today}
      now={now}
      selected={wide ? chosen : null}
      onDay={(to) => {
        setTurned(to)
        keepChosen({ day: to })
        choose(null)
      }}
      onOpen={wide ? choose : goAttendance.roster}
    />
  ) : null
  return (
    <Screen back title="点名">
      <CentreDesk here={here} whom="工作人员和志愿者" now={now}>
        {wide ? (
          <View className="door-panes">
            {lessons}
            {chosen ? (
              <DoorRoster
                key={chosen}
                occurrenceId={chosen}
                now={now}
                onSheet={() => goAttendance.sheet(chosen)}
                walkIn={(roster, refresh) => (
                  <WalkIn lesson={roster} now={now} onBooked={refresh} />
                )}
              />
            ) : (
              <Card>
                <Empty scene="glass" title="选一课" note="左边点一课，名单就在这里。" />
              </Card>
            )}
          </View>
        ) : (
          lessons
        )}
      </CentreDesk>
    </Screen>
  )
}

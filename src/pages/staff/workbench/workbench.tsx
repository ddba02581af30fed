import { View } from '@tarojs/components'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { doorsByArea, worksIn } from '@/features/desk-doors'
import { goAttendance } from '@/features/navigation/attendance-routes'
import { goBallot } from '@/features/navigation/ballot-routes'
import { goDesk } from '@/features/navigation/casework-routes'
import { goWorkbench } from '@/features/navigation/desk-routes'
import { goQueue } from '@/features/navigation/queue-routes'
import { go } from '@/features/navigation/routes'
import { goWaitlist } from '@/features/navigation/waitlist-routes'
import { useNow } from '@/features/use-now'
import { useServed } from '@/features/use-served'
import { Workbench, type WorkbenchDoors } from '@/features/workbench/workbench'
import { Card } from '@/ui/card/card'
import { Facts } from '@/ui/facts/facts'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'
import { useDesk, useWideDesk } from '@/ui/surface/desk'

const WAITS_AT = {
  cases: goDesk.waiting,
  lists: goWaitlist.lists,
  ballots: goBallot.desk,
  contested: goAttendance.contested,
  stations: go.stationList,
}

const TODAY: WorkbenchDoors = {
  day: goAttendance.day,
  roster: goAttendance.roster,
  clinic: goQueue.desk,
  cases: goDesk.cases,
  activity: go.activity,
  waiting: (at) => WAITS_AT[at](),
}

/** 工作台, for whoever works in a centre: today there, and every part of the work. */
export default function WorkbenchPage() {
  useDesk()
  const wide = useWideDesk()
  const now = useNow()
  const isServed = useServed()
  const here = useCentresWhere(worksIn)
  const centreId = here.centre?.centreId ?? ''
  const doors = wide
    ? { ...TODAY, roster: (occurrenceId: string) => goAttendance.day(occurrenceId) }
    : { ...TODAY, day: () => goAttendance.day() }
  return (
    <Screen back title="工作台">
      <CentreDesk here={here} whom="在中心做事的人" now={now}>
        <Workbench key={centreId} centreId={centreId} now={now} doors={doors} />
        {wide
          ? null
          : // At a desk the doors stand on the left of every page.
            doorsByArea(here.me.value, centreId, isServed).map(({ area, doors: inArea }) => (
              <Section key={area} title={area}>
                <View className="workbench-doors">
                  <Card>
                    <Facts
                      items={inArea.map(({ page, icon, title, note }) => ({
                        ...{ icon, title, note, label: title },
                        onTap: () => goWorkbench.to(page),
                      }))}
                    />
                  </Card>
                </View>
              </Section>
            ))}
      </CentreDesk>
    </Screen>
  )
}

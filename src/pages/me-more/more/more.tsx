import { useWeek } from '@/features/calendar/use-calendar'
import { useCentre } from '@/features/centres/use-centre'
import { LawyerDoor } from '@/features/lawyer-door'
import { MeDoors } from '@/features/me-doors'
import { useMe } from '@/features/me/use-me'
import { go } from '@/features/navigation/routes'
import { NearestDoor } from '@/features/nearest-door'
import { Earlier } from '@/features/seats/earlier'
import { useMine } from '@/features/seats/use-mine'
import { useToday } from '@/features/use-now'
import { Door, Doors } from '@/ui/door/door'
import { Screen } from '@/ui/screen/screen'

/** 更多: what 大字 keeps off its first screen. */
export default function MorePage() {
  const { now, today } = useToday()
  const { centre } = useCentre()
  const week = useWeek(centre?.centreId ?? null, today)
  const mine = useMine()
  const me = useMe()
  return (
    <Screen back title="更多">
      <Doors>
        <Door
          seal="courses"
          title="找课报名"
          note="讲座、夜校、孩子的课"
          onTap={() => go.tab('courses')}
        />
        {centre ? <NearestDoor centre={centre} now={now} /> : null}
        <LawyerDoor week={week} today={today} />
      </Doors>
      {mine.visitor ? null : <Earlier now={now} onOpen={go.activity} />}
      <MeDoors me={me} />
    </Screen>
  )
}

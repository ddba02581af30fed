import { useState } from 'react'
import { CallFoot } from '@/features/centres/call-foot'
import { CentreSheet } from '@/features/centres/centre-sheet'
import { placeOf, useCentre } from '@/features/centres/use-centre'
import { listWords as centreWords } from '@/features/centres/wording'
import { useWeek } from '@/features/calendar/use-calendar'
import { Unread } from '@/features/answer-states'
import { goLessons } from '@/features/navigation/lesson-routes'
import { UnreadLine } from '@/features/notices/unread-line'
import { useMine } from '@/features/seats/use-mine'
import { useToday } from '@/features/use-now'
import { WaySheet } from '@/features/way-sheet'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { useAppearance } from '@/ui/appearance'
import { HomeLarge } from './home-large'
import { HomeStandard } from './home-standard'

/** 首页: what day it is, what I hold, what is on. */
export default function Home() {
  const { now, today } = useToday()
  const here = useCentre()
  const week = useWeek(here.centre?.centreId ?? null, today)
  const mine = useMine()
  const large = useAppearance(({ scale }) => scale) === 'large'
  const [choosing, setChoosing] = useState(false)
  const [asking, setAsking] = useState(false)
  const { centre, centres } = here
  const Body = large ? HomeLarge : HomeStandard

  return (
    <Screen
      tab
      label="首页"
      title={centre?.shortName ?? '常来'}
      onTitle={centres.length > 1 ? () => setChoosing(true) : undefined}
      footer={large && centre ? <CallFoot centre={centre} /> : undefined}
      onRefresh={() => Promise.all([week.refresh(), mine.refresh()])}
    >
      {centre === null ? (
        here.failure ? (
          <Unread answer={here} words={centreWords} now={now} />
        ) : (
          <Skeleton kind="home" />
        )
      ) : (
        <>
          <UnreadLine unread={mine.unread} onOpen={goLessons.notices} />
          {week.value === null && week.failure === null ? (
            <Skeleton kind="home" />
          ) : (
            <Body
              centre={centre}
              week={week}
              mine={mine}
              today={today}
              now={now}
              onWay={() => setAsking(true)}
            />
          )}
          <WaySheet open={asking} place={placeOf(centre)} onClose={() => setAsking(false)} />
        </>
      )}
      <CentreSheet open={choosing} onClose={() => setChoosing(false)} />
    </Screen>
  )
}

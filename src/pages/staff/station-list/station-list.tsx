import { useState } from 'react'
import { Unread } from '@/features/answer-states'
import type { Centre } from '@/features/centres/current-centre'
import { useCentre } from '@/features/centres/use-centre'
import { worksFor } from '@/features/me/holds-role'
import { useMe } from '@/features/me/use-me'
import { getWords } from '@/features/me/wording'
import { go } from '@/features/navigation/routes'
import { StationImport } from '@/features/stations/station-import'
import { TaskRows } from '@/features/stations/task-rows'
import { useNow } from '@/features/use-now'
import { Choice } from '@/ui/choice/choice'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** 驿站, for staff: what people reported, and the list that a trade union or the district keeps. */
export default function StationList() {
  const now = useNow()
  const me = useMe()
  const { centres } = useCentre()
  const mine = centres.filter(({ centreId }) => worksFor(me.value, centreId))
  const known = me.visitor || (me.value !== null && centres.length > 0)
  return (
    <Screen back title="管驿站">
      {!known ? (
        me.failure ? (
          <Unread answer={me} words={getWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : mine.length === 0 ? (
        <Empty seal="seek" title="这里给工作人员用" note="请用工作人员的身份打开。" />
      ) : (
        <Desk centres={mine} now={now} />
      )}
    </Screen>
  )
}

function Desk({ centres, now }: { centres: readonly Centre[]; now: number }) {
  const [centreId, choose] = useState(centres[0]!.centreId)
  return (
    <>
      {centres.length > 1 ? (
        <Section title="哪个中心">
          <Choice
            label="哪个中心"
            options={centres.map((one) => ({ value: one.centreId, label: one.shortName }))}
            value={centreId}
            onChange={choose}
          />
        </Section>
      ) : null}
      <TaskRows centreId={centreId} now={now} onOpen={go.station} />
      <StationImport key={centreId} centreId={centreId} />
    </>
  )
}

import { type ReactNode, useState } from 'react'
import { View } from '@tarojs/components'
import { Choice } from '@/ui/choice/choice'
import { Empty } from '@/ui/empty/empty'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from './answer-states'
import type { Centre } from './centres/current-centre'
import { useCentre } from './centres/use-centre'
import { listWords } from './centres/wording'
import { DeskFrame } from './desk-frame'
import { useMe } from './me/use-me'
import { getWords } from './me/wording'

interface CentresHere {
  /** The centres in which this person may do it; null while that is not known. */
  centres: readonly Centre[] | null
  centre: Centre | null
  /** What was chosen, a centre or what a screen offers beside them; null before. */
  chosen: string | null
  choose: (place: string) => void
  me: ReturnType<typeof useMe>
  /** What centres there are at all, and why that is not known. */
  list: ReturnType<typeof useCentre>
}

/** In which centres whoever holds this phone may do something, and which of them is shown (`first` first). */
export function useCentresWhere(
  allowed: (me: ReturnType<typeof useMe>['value'], centreId: string) => boolean,
  first: string | null = null,
): CentresHere {
  const me = useMe()
  const list = useCentre()
  const all = list.centres
  const [chosen, choose] = useState(first)
  const known = me.visitor || (me.value !== null && all.length > 0)
  const centres = known ? all.filter(({ centreId }) => allowed(me.value, centreId)) : null
  const centre = centres?.find(({ centreId }) => centreId === chosen) ?? centres?.[0] ?? null
  return { centres, centre, chosen, choose, me, list }
}

interface CentreDeskProps {
  here: CentresHere
  /** Whom the screen is for: 工作人员. */
  whom: string
  now: number
  /** A place beside the centres. */
  beside?: { value: string; label: string } | null
  children: ReactNode
}

/** What is for those who work in a centre: which one, the work, or that it is not for this person. */
export function CentreDesk({ here, whom, now, beside, children }: CentreDeskProps) {
  const { centres, centre, chosen, choose, me, list } = here
  if (centres === null) {
    const refresh = async (): Promise<void> =>
      void (await Promise.all([me.refresh(), list.refresh()]))
    if (me.failure) return <Unread answer={{ ...me, refresh }} words={getWords} now={now} />
    if (list.failure) return <Unread answer={list} words={listWords} now={now} />
    return <Skeleton kind="list" />
  }
  if (centre === null) {
    return <Empty scene="gate" title={`这里给${whom}用`} note={`请用${whom}的身份打开。`} />
  }
  const places = [
    ...centres.map((one) => ({ value: one.centreId, label: one.shortName })),
    ...(beside ? [beside] : []),
  ]
  return (
    <DeskFrame centreId={centre.centreId}>
      {places.length > 1 ? (
        <View className="not-printed">
          <Section title="哪个中心">
            <Choice
              label="哪个中心"
              options={places}
              value={beside && chosen === beside.value ? chosen : centre.centreId}
              onChange={choose}
            />
          </Section>
        </View>
      ) : null}
      {children}
    </DeskFrame>
  )
}

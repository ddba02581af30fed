import { type ComponentProps, type ReactNode, useState } from 'react'
import { View } from '@tarojs/components'
import { useCentre } from '@/features/centres/use-centre'
import { worksFor } from '@/features/me/holds-role'
import { useMe } from '@/features/me/use-me'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { inMiniProgram, passOn } from '@/features/sharing'
import { DoorSign } from '@/features/stations/door-sign'
import { MyReports } from '@/features/stations/my-reports'
import { distanceFrom, useOrigin } from '@/features/stations/use-origin'
import { ReportSheet } from '@/features/stations/report-sheet'
import { SaidNote } from '@/features/stations/said-note'
import { shareTitle } from '@/features/stations/share'
import { StationDoor } from '@/features/stations/station-door'
import { StationFacts } from '@/features/stations/station-facts'
import { StationHead } from '@/features/stations/station-head'
import { StationTasks } from '@/features/stations/station-tasks'
import type { StationView } from '@/features/stations/station-view'
import { useReport } from '@/features/stations/use-report'
import { placeOf, showWayTo } from '@/features/stations/way'
import { WaySheet } from '@/features/way-sheet'
import { Button } from '@/ui/button/button'
import { Screen } from '@/ui/screen/screen'
import './station-detail.css'

interface StationDetailProps {
  view: StationView
  marks: ComponentProps<typeof StationHead>['marks']
  /** Milliseconds since the epoch. */
  now: number
  scheme: ComponentProps<typeof Screen>['scheme']
  onTold: Parameters<typeof useReport>[0]['onTold']
  /** What is shown no longer holds. */
  onChanged: () => void
  /** Said above everything, such as that this is a copy. */
  note: ReactNode
}

export function StationDetail({ view, marks, now, scheme, ...props }: StationDetailProps) {
  const { brief, full } = view
  const { stationId } = brief
  const [asking, setAsking] = useState(false)
  const [again, setAgain] = useState<(() => void) | null>(null)
  const [signing, setSigning] = useState(false)
  const me = useMe()
  const keeps = full !== null && worksFor(me.value, full.centreId)
  const here = useCentre()
  const origin = useOrigin(here.centres, here.centre)
  const onSignIn = (act?: () => void) => {
    setAgain(act ? () => act : null)
    setSigning(true)
  }
  const report = useReport({ stationId, onSignIn, onTold: props.onTold })
  const way = () => {
    if (!showWayTo(brief)) setAsking(true)
  }
  const foot = (
    <Button block icon="location" onTap={way}>
      带我去
    </Button>
  )

  return (
    <Screen back roomy scheme={scheme} label={brief.name} footer={foot}>
      {props.note}
      <StationHead
        station={brief}
        marks={marks}
        now={now}
        distance={origin && distanceFrom(origin, brief)}
        from={origin?.name ?? ''}
      />
      <StationFacts view={view} now={now} onWay={way} />
      {/* Above what was tapped, where the foot of the screen cannot cover it. */}
      <SaidNote said={report.said} />
      <View className="station-acts">
        <Button
          kind="call"
          icon="check"
          busy={report.confirming}
          onTap={() => void report.confirm()}
        >
          确认开着
        </Button>
        <Button kind="ghost" onTap={report.onReport}>
          说一声
        </Button>
      </View>
      {full ? (
        <StationDoor station={full} keeps={keeps} onSignIn={onSignIn} onChanged={props.onChanged} />
      ) : null}
      {full && keeps ? (
        <>
          <StationTasks
            centreId={full.centreId}
            stationId={stationId}
            now={now}
            onSignIn={onSignIn}
            onSettled={props.onChanged}
          />
          <DoorSign stationId={stationId} name={brief.name} />
        </>
      ) : null}
      <MyReports stationId={stationId} now={now} />
      <View className="station-share">
        <Button
          kind="ghost"
          block
          icon="share"
          openType={inMiniProgram ? 'share' : undefined}
          onTap={() => void passOn(shareTitle(brief))}
        >
          转给骑手群
        </Button>
      </View>
      <ReportSheet facilities={brief.facilities} {...report.sheet} />
      <WaySheet open={asking} place={placeOf(brief)} onClose={() => setAsking(false)} />
      <PersonaSheet open={signing} onClose={() => setSigning(false)} onChosen={() => again?.()} />
    </Screen>
  )
}

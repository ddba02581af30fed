import { useState } from 'react'
import { View } from '@tarojs/components'
import { Unread } from '@/features/answer-states'
import { useCentre } from '@/features/centres/use-centre'
import { listWords } from '@/features/centres/wording'
import { go } from '@/features/navigation/routes'
import { useRidersScheme } from '@/features/settings/use-settings'
import { inMiniProgram } from '@/features/sharing'
import { aroundOf } from '@/features/stations/map-marks'
import { StationCard } from '@/features/stations/station-card'
import { StationMap } from '@/features/stations/station-map'
import { StationRows } from '@/features/stations/station-rows'
import { useOrigin } from '@/features/stations/use-origin'
import { useStations } from '@/features/stations/use-stations'
import { placeOf, showWayTo } from '@/features/stations/way'
import { changesWords } from '@/features/stations/wording'
import { useNow } from '@/features/use-now'
import { WaySheet } from '@/features/way-sheet'
import { useAppearance } from '@/ui/appearance'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import './map.css'

/** The list below the map: what is drawn with a number and a little more. */
const LISTED = 12

/** Where the stations are, seen from the origin. */
export default function StationMapPage() {
  const now = useNow()
  const scheme = useRidersScheme(now)
  const list = useStations()
  const here = useCentre()
  const origin = useOrigin(here.centres, here.centre)
  // A bar beside WeChat's own buttons has room for two large characters, not for a centre's name.
  const large = useAppearance(({ scale }) => scale) === 'large'
  const [selected, setSelected] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  if (!list.finder || !origin) {
    return (
      <Screen back roomy scheme={scheme} title="地图">
        {list.finder === null && list.failure ? (
          <Unread answer={list} words={changesWords} now={now} />
        ) : here.failure ? (
          <Unread answer={here} words={listWords} now={now} />
        ) : (
          <Skeleton kind="detail" />
        )}
      </Screen>
    )
  }
  const found = aroundOf(list.finder, { origin, now, marks: list.marks })
  const chosen = found.find(({ station }) => station.stationId === selected)
  return (
    <Screen back roomy scheme={scheme} title={large ? '周围' : `${origin.name}周围`}>
      <StationMap origin={origin} found={found} now={now} onSelect={setSelected} />
      {chosen ? (
        <View className="map-chosen">
          <StationCard
            found={chosen}
            first
            now={now}
            onOpen={() => go.station(chosen.station.stationId)}
            onWay={() => {
              if (!showWayTo(chosen.station)) setAsking(true)
            }}
          />
          <WaySheet
            open={asking}
            place={placeOf(chosen.station)}
            onClose={() => setAsking(false)}
          />
        </View>
      ) : null}
      <Section title="最近的" note={inMiniProgram ? '点图上的也行' : '号码和图上一样'}>
        <StationRows
          label="最近的"
          found={found.slice(0, LISTED)}
          now={now}
          numbered={!inMiniProgram}
          onOpen={go.station}
        />
      </Section>
    </Screen>
  )
}

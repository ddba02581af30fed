import { useState } from 'react'
import { View } from '@tarojs/components'
import { go } from '@/features/navigation/routes'
import { inMiniProgram, passOn } from '@/features/sharing'
import { type StationFilter, OPEN_NOW } from '@/features/stations/filter'
import { nearOf, PAGE } from '@/features/stations/near'
import { NoStation } from '@/features/stations/no-station'
import { LIST_TITLE } from '@/features/stations/share'
import { StationCard } from '@/features/stations/station-card'
import { StationRows } from '@/features/stations/station-rows'
import { StationsHead } from '@/features/stations/stations-head'
import type { Origin } from '@/features/stations/use-origin'
import type { StationsOnPhone } from '@/features/stations/use-stations'
import { WantChips } from '@/features/stations/want-chips'
import { placeOf, showWayTo } from '@/features/stations/way'
import { WaySheet } from '@/features/way-sheet'
import { Button } from '@/ui/button/button'
import { Section } from '@/ui/section/section'
import './near-stations.css'

interface NearStationsProps {
  list: StationsOnPhone & { finder: NonNullable<StationsOnPhone['finder']> }
  origin: Origin
  now: number
  onOrigin: () => void
}

/** What fits, nearest first: three cards, what to want of a station, and the rest. */
export function NearStations({ list, origin, now, onOrigin }: NearStationsProps) {
  const [filter, setFilter] = useState<StationFilter>(OPEN_NOW)
  const [pages, setPages] = useState(1)
  const [asked, setAsked] = useState<Parameters<typeof placeOf>[0] | null>(null)
  const question = { origin, now, marks: list.marks }
  const near = nearOf(list.finder, question, filter, pages)
  const change = (next: StationFilter) => {
    setFilter(next)
    setPages(1)
  }
  const way = (station: Parameters<typeof placeOf>[0]) => {
    if (!showWayTo(station)) setAsked(station)
  }

  return (
    <>
      <StationsHead
        title={filter.open === 'now' ? '现在开着的' : '最近的驿站'}
        origin={origin}
        list={list}
        now={now}
        onOrigin={onOrigin}
      />
      {near.cards.map((found, index) => (
        <StationCard
          key={found.station.stationId}
          found={found}
          first={index === 0}
          now={now}
          onOpen={() => go.station(found.station.stationId)}
          onWay={() => way(found.station)}
        />
      ))}
      {near.cards.length === 0 ? (
        <NoStation finder={list.finder} question={question} filter={filter} onChange={change} />
      ) : null}
      <WantChips filter={filter} onChange={change} onMap={go.stationMap} />
      {near.doubted.length > 0 ? (
        <Section title="可能关闭" note="先看看别的">
          <StationRows label="可能关闭" found={near.doubted} now={now} onOpen={go.station} />
        </Section>
      ) : null}
      {near.rows.length > 0 ? (
        <Section title="再远一点">
          <StationRows label="再远一点" found={near.rows} now={now} onOpen={go.station} />
        </Section>
      ) : null}
      <View className="stations-acts">
        {near.more ? (
          <Button kind="quiet" block onTap={() => setPages(pages + 1)}>
            {`再看 ${PAGE} 个`}
          </Button>
        ) : null}
        <Button
          kind="ghost"
          block
          icon="share"
          openType={inMiniProgram ? 'share' : undefined}
          onTap={() => void passOn(LIST_TITLE)}
        >
          转给骑手群
        </Button>
      </View>
      {asked ? <WaySheet open place={placeOf(asked)} onClose={() => setAsked(null)} /> : null}
    </>
  )
}

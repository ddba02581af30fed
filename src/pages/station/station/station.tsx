import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { Copied, Unread } from '@/features/answer-states'
import { go, stationPath } from '@/features/navigation/routes'
import { useRidersScheme } from '@/features/settings/use-settings'
import { shareTitle } from '@/features/stations/share'
import { viewOf } from '@/features/stations/station-view'
import type { StationQuery } from '@/features/stations/station-question'
import { useStation } from '@/features/stations/use-station'
import { useStations } from '@/features/stations/use-stations'
import { getWords } from '@/features/stations/wording'
import { useNow } from '@/features/use-now'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { StationDetail } from './station-detail'

const OTHERS = { label: '看附近的驿站', onTap: () => go.tab('stations') }

/** One station, found in the list or by the code at its door. */
export default function StationPage() {
  const query = useRouter().params as StationQuery
  const now = useNow()
  const scheme = useRidersScheme(now)
  const list = useStations()
  const answer = useStation(query)
  const stationId = query.stationId ?? answer.value?.stationId
  const listed = list.stations?.find((station) => station.stationId === stationId) ?? null
  const gone = answer.failure?.code === 'NOT_FOUND'
  const view = gone ? null : viewOf(answer, listed)
  useShareAppMessage(() => ({
    title: shareTitle(view?.brief ?? null),
    path: view ? stationPath(view.brief.stationId) : '/pages/stations/stations',
  }))

  if (view) {
    return (
      <StationDetail
        view={view}
        marks={list.marks}
        now={now}
        scheme={scheme}
        onTold={(told) => {
          answer.put(told)
          void list.refresh()
        }}
        onChanged={() => void Promise.all([answer.refresh(), list.refresh()])}
        note={<Copied answer={{ ...answer, savedAt: answer.savedAt || list.savedAt }} now={now} />}
      />
    )
  }
  return (
    <Screen back roomy scheme={scheme} label="驿站">
      {!answer.named ? (
        <Empty
          scene="glass"
          title="没找到这个驿站"
          note="门码可能没有扫全，再扫一次"
          action={OTHERS}
        />
      ) : answer.failure ? (
        <Unread answer={answer} words={getWords} now={now} gone={OTHERS} />
      ) : (
        <Skeleton kind="detail" />
      )}
    </Screen>
  )
}

import { useState } from 'react'
import { useShareAppMessage } from '@tarojs/taro'
import { Unread } from '@/features/answer-states'
import { useCentre } from '@/features/centres/use-centre'
import { listWords as centreWords } from '@/features/centres/wording'
import { STATIONS_PATH } from '@/features/navigation/routes'
import { useRidersScheme } from '@/features/settings/use-settings'
import { OriginSheet } from '@/features/stations/origin-sheet'
import { LIST_TITLE } from '@/features/stations/share'
import { useOrigin } from '@/features/stations/use-origin'
import { useStations } from '@/features/stations/use-stations'
import { changesWords } from '@/features/stations/wording'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { NearStations } from './near-stations'

/** 驿站: the nearest that is open now, and the way there. */
export default function Stations() {
  const now = useNow()
  const scheme = useRidersScheme(now)
  const here = useCentre()
  const list = useStations()
  const origin = useOrigin(here.centres, here.centre)
  const [choosing, setChoosing] = useState(false)
  useShareAppMessage(() => ({ title: LIST_TITLE, path: STATIONS_PATH }))

  return (
    <Screen tab roomy scheme={scheme} title="驿站" onRefresh={list.refresh}>
      {list.finder && origin ? (
        <NearStations
          list={{ ...list, finder: list.finder }}
          origin={origin}
          now={now}
          onOrigin={() => setChoosing(true)}
        />
      ) : list.finder === null && list.failure ? (
        <Unread answer={list} words={changesWords} now={now} />
      ) : origin === null && here.failure ? (
        <Unread answer={here} words={centreWords} now={now} />
      ) : (
        <Skeleton kind="stations" />
      )}
      <OriginSheet
        open={choosing}
        landmarks={here.centres}
        current={here.centre}
        onClose={() => setChoosing(false)}
      />
    </Screen>
  )
}

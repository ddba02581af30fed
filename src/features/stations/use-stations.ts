import { useCallback, useEffect } from 'react'
import { useDidShow } from '@tarojs/taro'
import { useStore } from 'zustand'
import { network } from '@/gateway/device/network'
import { stationList } from '@/gateway/stations/phone-station-list'
import type { KnownStations } from '@/gateway/stations/station-list'
import { useAskedAgain } from '../asked-again'

/** Whatever its age. */
const again = () => void stationList.refreshIfOlder(0)

/** A list younger than this is not asked for again when a screen comes back into sight. */
const FRESH_MS = 60_000

export interface StationsOnPhone extends KnownStations {
  offline: boolean
  refresh: () => Promise<void>
}

/**
 * All rest stations: at once what this phone kept, then what changed on the server; asked again
 * when the screen comes back after a while or the network does. `stations` and `finder` stay the
 * same objects until a station changes.
 */
export function useStations(): StationsOnPhone {
  const known = useStore(stationList.opened())
  const offline = useStore(network, (now) => now.offline)

  const look = useCallback(() => void stationList.refreshIfOlder(FRESH_MS), [])
  useEffect(() => {
    if (!offline) look()
  }, [look, offline])
  useDidShow(look)
  useAskedAgain(again, { busy: known.busy, hasFailed: known.failure !== null })

  return { ...known, offline, refresh: stationList.refresh }
}

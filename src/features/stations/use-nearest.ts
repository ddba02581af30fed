import { useEffect, useState } from 'react'
import { stationList } from '@/gateway/stations/phone-station-list'
import type { KnownStations } from '@/gateway/stations/station-list'
import { distanceText } from './station-words'
import type { Origin } from './use-origin'

/** What stands on the screen comes first: the list is read a moment later. */
const LATER_MS = 400

/**
 * 最近 280 米, of what is open now, as far as this phone knows; undefined while it holds no list.
 * Asks nobody: another screen's list is not this one's business.
 */
export function useNearest(origin: Origin | null, now: number): string | undefined {
  const [known, setKnown] = useState<KnownStations | null>(null)
  useEffect(() => {
    let unsubscribe: (() => void) | undefined
    const timer = setTimeout(() => {
      const list = stationList.opened()
      setKnown(list.getState())
      unsubscribe = list.subscribe(setKnown)
    }, LATER_MS)
    return () => {
      clearTimeout(timer)
      unsubscribe?.()
    }
  }, [])
  if (!known?.finder || !origin) return undefined
  const [nearest] = known.finder.find({ origin, now, marks: known.marks, open: 'now', limit: 1 })
  return nearest && `最近 ${distanceText(nearest.distance)}`
}

import { create } from 'zustand'
import type { Question } from '@/gateway/answers/answers'
import type { MapPlace } from '@/gateway/device/map-links'
import { callPhone, openOnMap } from '@/gateway/device/places'
import { phoneStorage } from '@/gateway/storage'
import { type Answered, useAnswer } from '../use-answer'
import { type Centre, currentCentre } from './current-centre'

const KEY = 'centre'
const CENTRES: Question<'centres.list'> = {
  operation: 'centres.list',
  input: {},
  copy: 'public',
  join: (before, next) => ({ ...next, centres: [...before.centres, ...next.centres] }),
}

const useChosen = create<{ chosen: string | null }>(() => ({ chosen: phoneStorage.get(KEY) }))

/** Shows another centre's programme on this phone from now on. */
export function chooseCentre(centreId: string): void {
  useChosen.setState({ chosen: centreId })
  try {
    phoneStorage.set(KEY, centreId)
  } catch {
    // The choice holds until the app is closed.
  }
}

export interface CentreHere extends Pick<Answered<'centres.list'>, 'failure' | 'busy' | 'refresh'> {
  centre: Centre | null
  centres: readonly Centre[]
}

/** The centre whose programme is shown, and the others. */
export function useCentre(): CentreHere {
  const { value, failure, busy, refresh } = useAnswer(CENTRES)
  const { chosen } = useChosen()
  const centres = value?.centres ?? []
  return { centre: currentCentre(centres, chosen), centres, failure, busy, refresh }
}

export function callCentre(centre: Centre): void {
  callPhone(centre.phone)
}

/** Where a centre is, for the maps. */
export function placeOf({ name, address, location }: Centre): MapPlace {
  return { name, address, lat: location.lat, lng: location.lng }
}

/** Opens WeChat's map; false where the maps of the web have to be offered instead. */
export function showWayTo(centre: Centre): boolean {
  return openOnMap(placeOf(centre))
}

import { create } from 'zustand'
import type { Output } from '@/contract'
import { distanceBetween } from '@/domain/stations/distance'
import type { Point } from '@/domain/stations/station'
import { locate } from '@/gateway/device/location'
import { phoneStorage } from '@/gateway/storage'

/** A known place that distances can be measured from. */
export type Landmark = Pick<
  Output<'centres.list'>['centres'][number],
  'centreId' | 'shortName' | 'address' | 'location'
>

/** The point that distances are measured from; `kind` says what it is. */
export interface Origin extends Point {
  kind: 'landmark' | 'phone'
  name: string
}

const KEY = 'stations-origin'

interface Chosen {
  /** The landmark tapped last; null follows the centre whose programme is shown. */
  landmark: string | null
  /** Where the phone was when somebody last asked; never written down. */
  phone: Point | null
  busy: boolean
  /** Why the phone's own place could not be used, as a sentence. */
  problem: string | null
}

const useChosen = create<Chosen>(() => ({
  landmark: phoneStorage.get(KEY),
  phone: null,
  busy: false,
  problem: null,
}))

/** Where distances are measured from: the phone, a landmark, else the current centre. */
export function useOrigin(landmarks: readonly Landmark[], current: Landmark | null): Origin | null {
  const { landmark, phone } = useChosen()
  if (phone) return { ...phone, kind: 'phone', name: '我的位置' }
  const place = landmarks.find(({ centreId }) => centreId === landmark) ?? current
  if (!place) return null
  const { lat, lng } = place.location
  return { lat, lng, kind: 'landmark', name: place.shortName }
}

/** What was chosen as origin, and how the asking for the phone's place goes. */
export function useOriginChoice() {
  return useChosen()
}

/** Measures from a landmark from now on, on this phone. */
export function measureFrom(centreId: string): void {
  useChosen.setState({ landmark: centreId, phone: null, problem: null })
  try {
    phoneStorage.set(KEY, centreId)
  } catch {
    // The choice holds until the app is closed.
  }
}

const PROBLEMS = {
  refused: '没有用您的位置，上面的地方照样能选。要用，到手机或右上角“…”的设置里准许。',
  unavailable: '手机这会儿说不出在哪儿，先从上面选一个地方。',
} as const

/** Asks the phone where it is; true when distances are measured from there now. */
export async function measureFromHere(): Promise<boolean> {
  useChosen.setState({ busy: true, problem: null })
  const located = await locate()
  if (located.ok) useChosen.setState({ busy: false, phone: located.point })
  else useChosen.setState({ busy: false, problem: PROBLEMS[located.why] })
  return located.ok
}

/** How far a point is from the origin as the crow flies, in whole metres as the list has it. */
export function distanceFrom(origin: Origin, point: Point): number {
  return Math.round(distanceBetween(origin, point))
}

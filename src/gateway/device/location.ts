import Taro from '@tarojs/taro'
import { gcj02Of } from '@/domain/stations/gcj02'
import type { Point } from '@/domain/stations/station'

/** `refused`: the person said no, now or earlier; `unavailable`: the phone does not know. */
export type Located = { ok: true; point: Point } | { ok: false; why: 'refused' | 'unavailable' }

/** A position of the last minutes is near enough; nobody waits longer than this for a new one. */
const OLD_MS = 120_000
const WAIT_MS = 10_000

/** Where the phone is, roughly, in GCJ-02. Asks for permission: only after a tap that asks for it. */
export function locate(): Promise<Located> {
  return process.env.TARO_ENV === 'h5' ? locateInBrowser() : locateInMiniProgram()
}

async function locateInMiniProgram(): Promise<Located> {
  try {
    const { latitude, longitude } = await Taro.getFuzzyLocation({ type: 'gcj02' })
    return { ok: true, point: { lat: Number(latitude), lng: Number(longitude) } }
  } catch (error) {
    const message = (error as { errMsg?: unknown } | null)?.errMsg
    const refused = typeof message === 'string' && /auth|deny|cancel/i.test(message)
    return { ok: false, why: refused ? 'refused' : 'unavailable' }
  }
}

function locateInBrowser(): Promise<Located> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) return resolve({ ok: false, why: 'unavailable' })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const point = gcj02Of({ lat: coords.latitude, lng: coords.longitude })
        resolve({ ok: true, point })
      },
      ({ code, PERMISSION_DENIED }) =>
        resolve({ ok: false, why: code === PERMISSION_DENIED ? 'refused' : 'unavailable' }),
      { enableHighAccuracy: false, maximumAge: OLD_MS, timeout: WAIT_MS },
    )
  })
}

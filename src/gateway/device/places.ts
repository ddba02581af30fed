import Taro from '@tarojs/taro'
import type { MapPlace } from './map-links'

/** Opens WeChat's own map, which needs no permission. False where there is none (H5). */
export function openOnMap(place: MapPlace): boolean {
  if (process.env.TARO_ENV === 'h5') return false
  void Taro.openLocation({
    latitude: place.lat,
    longitude: place.lng,
    name: place.name,
    address: place.address,
  }).catch(() => undefined)
  return true
}

/** Opens a page outside the app, in H5 alone. */
export function openPage(url: string): void {
  if (process.env.TARO_ENV === 'h5') window.open(url, '_blank', 'noopener')
}

/** Asks the phone to call a number; the person still confirms it. */
export function callPhone(number: string): void {
  if (process.env.TARO_ENV === 'h5') {
    window.location.href = `tel:${number.replace(/[^\d+]/g, '')}`
    return
  }
  // Cancelling the call is the person's right, not a failure.
  void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
}

import { phoneStorage } from '../storage'

/**
 * That somebody is signed in at this desk. What signs them in is a cookie that no page can read; this
 * says only whose sort of things may be on the screen. It stays until the server or a tap ends it.
 */
const KEY = 'desk'

export function isDesk(): boolean {
  return process.env.TARO_ENV === 'h5' && phoneStorage.get(KEY) !== null
}

export function markDesk(on: boolean): void {
  if (on) phoneStorage.set(KEY, 'yes')
  else phoneStorage.remove(KEY)
}

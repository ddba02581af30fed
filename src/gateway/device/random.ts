import Taro from '@tarojs/taro'
import { chanceOf } from './chance'

/** Random bytes of the phone's own source; null where it has none. */
export async function platformBytes(length: number): Promise<Uint8Array | null> {
  try {
    if (process.env.TARO_ENV === 'h5')
      return globalThis.crypto.getRandomValues(new Uint8Array(length))
    // wx.getRandomValues answers by callback and is missing before base library 2.19.
    const { randomValues } = await Taro.getRandomValues({ length })
    return randomValues.byteLength >= length ? new Uint8Array(randomValues) : null
  } catch {
    return null
  }
}

/** A number in [0, 1), evenly spread over 2³² of them, from the best source this phone has. */
export async function evenChance(): Promise<number> {
  const bytes = await platformBytes(4)
  return bytes ? chanceOf(bytes) : Math.random()
}

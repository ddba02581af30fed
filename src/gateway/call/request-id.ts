import { platformBytes } from '../device/random'
import { REQUEST_ID_LENGTH as LENGTH, requestIdOf } from './request-id-text'

/** A new request id: 132 random bits from the best source this phone has. */
export async function newRequestId(): Promise<string> {
  return requestIdOf((await platformBytes(LENGTH)) ?? weakBytes())
}

/** Good enough to tell intents apart (the server keeps ids per person), not to keep a secret. */
function weakBytes(): Uint8Array {
  const bytes = new Uint8Array(LENGTH)
  for (let i = 0; i < LENGTH; i++) bytes[i] = Math.floor(Math.random() * 256)
  let time = Date.now()
  for (let i = 0; i < 7; i++, time = Math.floor(time / 64)) bytes[i] = bytes[i]! ^ (time & 63)
  return bytes
}

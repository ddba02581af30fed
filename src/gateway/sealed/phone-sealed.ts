import { createIntents, inThisRun, type Intents } from '../call/intents'
import { serverNow } from '../clock'
import { platformBytes } from '../device/random'
import { session } from '../session/session'
import { type KeyValueStore, phoneStorage } from '../storage'
import { openSealedStore } from './sealed-store'

interface Sealed {
  /** Null where this phone cannot keep anything private. */
  store: KeyValueStore | null
  /** The private commands that have no answer yet. */
  intents: Intents
}

let opened: Promise<Sealed> | null = null

/** What is private and stays on this phone, for the person who is at it now. */
export function sealedOnPhone(): Promise<Sealed> {
  opened ??= open()
  return opened
}

async function open(): Promise<Sealed> {
  const store = await openSealedStore({
    storage: phoneStorage,
    randomBytes: platformBytes,
    owner: session.getState().persona ?? '',
  })
  return { store, intents: createIntents(store ?? inThisRun(), serverNow) }
}

session.subscribe(() => {
  opened = null
})

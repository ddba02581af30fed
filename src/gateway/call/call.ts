import { createStore } from 'zustand/vanilla'
import { readServerTime, serverNow } from '../clock'
import { isOffline } from '../device/network'
import { phoneStorage } from '../storage'
import { createCaller } from './caller'
import { createIntents } from './intents'
import { createLacking } from './lacking'
import { newRequestId } from './request-id'
import { cloudFunctionTransport } from './transport-cloud-function'
import { httpTransport } from './transport-http'

/** What this phone asked for and has no answer to yet. */
export const intents = createIntents(phoneStorage, serverNow)

/** What the server, older than this phone, does not have yet. */
export const lacking = createLacking(phoneStorage, serverNow, process.env.APP_VERSION)

/** How often the server has not known who asks. */
export const turnedAway = createStore<{ times: number }>(() => ({ times: 0 }))

/** The one caller of this phone. */
export const { call, resume, forget } = createCaller({
  transport:
    process.env.TARO_ENV === 'h5' ? httpTransport(process.env.API_BASE) : cloudFunctionTransport,
  intents,
  client: process.env.APP_VERSION,
  offline: isOffline,
  now: serverNow,
  chance: Math.random,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  newRequestId,
  readServerTime,
  heard: lacking.heard,
  turnedAway: () => turnedAway.setState(({ times }) => ({ times: times + 1 })),
})

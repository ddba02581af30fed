import Taro from '@tarojs/taro'
import type { Arrival, Transport } from './wire'

let initialised = false

/** The cloud function `api`; the platform itself tells the function who asks. */
export const cloudFunctionTransport: Transport = async (request, timeoutMs) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<Arrival>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'lost', reason: 'TIMEOUT' }), timeoutMs)
  })
  try {
    return await Promise.race([ask(request), timeout])
  } finally {
    clearTimeout(timer)
  }
}

async function ask(request: Parameters<Transport>[0]): Promise<Arrival> {
  try {
    if (!initialised) {
      const env = process.env.CLOUD_ENV
      Taro.cloud.init(env === '' ? {} : { env })
      initialised = true
    }
    const { result } = await Taro.cloud.callFunction({ name: 'api', data: request })
    return { kind: 'answer', body: result }
  } catch {
    return { kind: 'lost', reason: 'NETWORK' }
  }
}

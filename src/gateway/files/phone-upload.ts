import Taro from '@tarojs/taro'
import { call } from '../call/call'
import { serverNow } from '../clock'
import { createCloudUpload } from './cloud-upload'
import { createUpload } from './upload'

const patience = {
  chance: Math.random,
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
}

/** Sends a file from this browser or phone. */
export const upload =
  process.env.TARO_ENV === 'h5'
    ? createUpload({
        ...patience,
        base: process.env.API_BASE,
        fetch: (input, init) => fetch(input, init),
      })
    : createCloudUpload({
        ...patience,
        call,
        put: (file) => Taro.cloud.uploadFile(file),
        now: serverNow,
      })

import type { PhoneFiles } from './files'
import { wxCall, WxError } from './wx-call'

/** Carries a call of a cloud function to whatever stands for the cloud. Rejects when it is lost. */
export type CloudTransport = (name: string, data: unknown) => Promise<unknown>

/** `wx.cloud`: functions and files, and functions only after `init`, as on a phone. */
export function cloudApi(transport: CloudTransport, files: PhoneFiles): object {
  let initialised = false
  return {
    ...files.cloudApi(),
    init: () => {
      initialised = true
    },
    callFunction: wxCall<{ name: string; data?: unknown }>(
      'cloud.callFunction',
      async ({ name, data }) => {
        if (!initialised) throw new WxError('cloud.callFunction', 'Cloud API isn’t enabled')
        // Only what survives JSON reaches a function.
        const sent: unknown = data === undefined ? {} : JSON.parse(JSON.stringify(data))
        try {
          return { result: await transport(name, sent), requestID: `${Date.now()}` }
        } catch (error) {
          throw new WxError('cloud.callFunction', error instanceof Error ? error.message : 'lost')
        }
      },
    ),
  }
}

import Taro from '@tarojs/taro'
import { call } from '../call/call'
import { type PhoneFiles, photoFiles } from './photo-files'

const inMiniProgram = process.env.TARO_ENV !== 'h5'

/** WeChat's file system as promises; its folder of this mini-program may take 200 MB. */
function wechatFiles(): PhoneFiles {
  const folder = Taro.env.USER_DATA_PATH ?? ''
  const system = Taro.getFileSystemManager()
  const promised = <Result>(ask: (callbacks: object) => void): Promise<Result> =>
    new Promise((resolve, reject) =>
      ask({
        success: resolve,
        fail: ({ errMsg }: { errMsg: string }) => reject(new Error(errMsg)),
      }),
    )
  const pathOf = (name: string) => `${folder}/${name}`
  return {
    pathOf,
    list: async () => {
      const read = (more: object) => system.readdir({ dirPath: folder, ...more })
      return (await promised<{ files: string[] }>(read)).files
    },
    write: (name, data) =>
      promised((more) =>
        system.writeFile({ filePath: pathOf(name), data, encoding: 'base64', ...more }),
      ),
    remove: (name) => promised((more) => system.unlink({ filePath: pathOf(name), ...more })),
  }
}

/**
 * Where an image finds a station's photo: on an HTTP host by its path; in the mini-program as a file
 * of the phone, asked of the server once. Null where it cannot be had now.
 */
export async function photoSource(stationId: string, photo: string): Promise<string | null> {
  if (!inMiniProgram) return `${process.env.API_BASE}${photo}`
  const files = photoFiles(wechatFiles())
  const known = await files.find(photo)
  if (known !== null) return known
  const reply = await call('stations.photo', { stationId })
  if (!reply.ok) return null
  const { jpeg } = reply.value
  return (await files.keep(reply.value.photo, jpeg)) ?? `data:image/jpeg;base64,${jpeg}`
}
